// The screens that a network writes and is looked into on.
import { testScreens } from './every-screen';

testScreens(['write', 'look']);
