// The screens that a run is begun, watched and compared on, and what lies over them.
import { testScreens } from './every-screen';

testScreens(['begin', 'train']);
