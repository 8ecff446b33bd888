// The settings of a run that has begun: the live ones can still be changed, the rest cannot.
import { defaultSettings, SETTINGS, type SettingName } from '../../src-engine/hyperparameters';
import type { RunSummary, SettingChange } from '../../src-engine/protocol/messages';
import type { FieldValue, SettingSource } from './setting-source';

export class RunSettings implements SettingSource {
  readonly takesTyping = false;
  readonly #run: RunSummary;
  readonly #changes: SettingChange[];
  readonly #send: (name: SettingName, value: FieldValue) => void;

  constructor(run: RunSummary, changes: SettingChange[], send: (name: SettingName, value: FieldValue) => void) {
    this.#run = run;
    this.#changes = changes;
    this.#send = send;
  }

  valueOf(name: SettingName): FieldValue {
    const changed = this.#changes.findLast((change) => change.name === name);
    return changed?.value ?? this.#run.settings[name] ?? this.defaultOf(name);
  }

  defaultOf(name: SettingName): FieldValue {
    return defaultSettings()[name];
  }

  canChange(name: SettingName): boolean {
    return SETTINGS[name].live === true && this.#run.state !== 'finished';
  }

  change(name: SettingName, value: FieldValue): void {
    if (value !== this.valueOf(name)) this.#send(name, value);
  }
}
