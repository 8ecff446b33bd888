// An interface with two arguments that could be swapped unseen, to show that the check of the kernels finds such.
import type { From, Into } from '../../../src-engine/kernels/arguments';

export interface AlikeArguments {
  alike(c: Into, a: From, b: From): void;
  told(c: Into, a: From, count: number): void;
}
