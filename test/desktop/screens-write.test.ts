// The screens that a network writes on.
import { testScreens } from './every-screen';

testScreens('write');
