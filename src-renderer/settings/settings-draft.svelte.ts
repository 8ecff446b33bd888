// Holds the settings of the run that is being prepared: the defaults, fitted to the text, and what the user changed.
import {
  defaultSettings,
  SETTING_NAMES,
  settingProblem,
  settingsProblem,
  type SettingName,
  type Settings,
} from '../../src-engine/hyperparameters';
import type { ModelSummary } from '../../src-engine/protocol/messages';
import type { DraftValue, SettingSource } from './setting-source';

/** The initial weights are the model's. */
const BROUGHT_BY_A_MODEL: readonly SettingName[] = ['hiddenSize', 'initialisation'];

export class SettingsDraft implements SettingSource {
  readonly takesTyping = true;
  #fitted = $state.raw<Record<string, DraftValue>>({});
  #changed = $state.raw<Partial<Record<SettingName, DraftValue>>>({});

  /** The model whose weights the run continues from; it brings its hidden size. */
  model = $state.raw<ModelSummary | null>(null);

  readonly problem = $derived.by(() => {
    const wrong = SETTING_NAMES.map((name) => settingProblem(name, this.valueOf(name))).find((found) => found !== null);
    return wrong ?? settingsProblem(this.settings());
  });

  valueOf(name: SettingName): DraftValue {
    if (this.model && name === 'hiddenSize') return this.model.hiddenSize;
    // A number typed for sliding has no meaning in segment, where the field is not shown.
    if (name === 'steps' && this.valueOf('backprop') === 'segment') return this.defaultOf(name);
    return this.#changed[name] ?? this.defaultOf(name);
  }

  defaultOf(name: SettingName): DraftValue {
    return this.#fitted[name] ?? defaultSettings()[name];
  }

  canChange(name: SettingName): boolean {
    return this.model === null || !BROUGHT_BY_A_MODEL.includes(name);
  }

  change(name: SettingName, value: DraftValue): void {
    const { [name]: _previous, ...others } = this.#changed;
    this.#changed = value === this.defaultOf(name) ? others : { ...others, [name]: value };
  }

  /** What the user changed of the defaults. */
  changes(): Partial<Record<SettingName, DraftValue>> {
    return { ...this.#changed };
  }

  defaults(): Settings {
    return Object.fromEntries(SETTING_NAMES.map((name) => [name, this.defaultOf(name)])) as unknown as Settings;
  }

  /** These changes in the place of all before. */
  replace(changes: Partial<Record<SettingName, DraftValue>>): void {
    this.#changed = {};
    for (const [name, value] of Object.entries(changes)) this.change(name as SettingName, value);
  }

  /** True when these changes of the defaults, and no others, lead to what the draft holds. */
  isAsWith(changes: Partial<Record<SettingName, DraftValue>>): boolean {
    return SETTING_NAMES.every((name) => this.valueOf(name) === (changes[name] ?? this.defaultOf(name)));
  }

  fit(fitted: Record<string, DraftValue>): void {
    this.#fitted = fitted;
  }

  /** Fit to be sent only where there is no problem. */
  settings(): Settings {
    return Object.fromEntries(SETTING_NAMES.map((name) => [name, this.valueOf(name)])) as unknown as Settings;
  }
}
