// What the form needs of the settings it shows, whether they are of a new run or belong to a run.
import type { SettingName } from '../../src-engine/hyperparameters';

/** Text where what was typed is not a number. */
export type FieldValue = number | string;

export interface SettingSource {
  valueOf(name: SettingName): FieldValue;
  /** What "reset" goes back to. */
  defaultOf(name: SettingName): FieldValue;
  canChange(name: SettingName): boolean;
  /** Changed by hand, so that a new text leaves it alone; left out where no text may follow. */
  isByHand?(name: SettingName): boolean;
  /** true where a value is taken as it is typed, false where only when it is done. */
  takesTyping: boolean;
  change(name: SettingName, value: FieldValue): void;
}
