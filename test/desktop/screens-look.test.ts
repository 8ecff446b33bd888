// The screens that a network is looked into on.
import { testScreens } from './every-screen';

testScreens('look');
