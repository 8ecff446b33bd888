// What the form needs of the settings it shows, whether they are being drafted or belong to a run.
import type { SettingName } from '../../src-engine/hyperparameters';

/** Text where what was typed is not a number. */
export type DraftValue = number | string;

export interface SettingSource {
  valueOf(name: SettingName): DraftValue;
  /** What "reset" goes back to. */
  defaultOf(name: SettingName): DraftValue;
  canChange(name: SettingName): boolean;
  /** true where a value is taken as it is typed, false where only when it is done. */
  takesTyping: boolean;
  change(name: SettingName, value: DraftValue): void;
}
