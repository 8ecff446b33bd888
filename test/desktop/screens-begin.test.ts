// The screens that a run is begun on, and what lies over the others.
import { testScreens } from './every-screen';

testScreens('begin');
