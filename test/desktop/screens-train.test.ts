// The screens that a run's training is watched and compared on.
import { testScreens } from './every-screen';

testScreens('train');
