// Holds the settings of the run that is being prepared: the defaults, fitted to the text, and what the user changed.
import {
  defaultSettings,
  SETTING_NAMES,
  SETTINGS,
  settingProblem,
  settingsProblem,
  type SettingName,
  type Settings,
} from '../../src-engine/hyperparameters';
import { BUILT_IN_PRESETS, type PresetFacts } from '../../src-engine/settings/presets';
import { isAsked } from './setting-layout';
import type { FieldValue, SettingSource } from './setting-source';

export type PresetChanges = (defaults: Settings, facts: PresetFacts) => Partial<Record<SettingName, FieldValue>>;

const none: PresetChanges = () => ({});

/** What a new run begins with. */
const FIRST_PRESET = 'Balanced';

/** A model or run whose weights a new run begins with. */
export interface BeginsFrom {
  id: string;
  name: string;
  hiddenSize: number;
  /** A run's, which can go on; a model has none. */
  optimizer: FieldValue | null;
}

export class NewRunSettings implements SettingSource {
  readonly takesTyping = true;
  #fitted = $state.raw<Record<string, FieldValue>>({});
  /** By hand: these stay whatever text is chosen. */
  #changed = $state.raw<Partial<Record<SettingName, FieldValue>>>({});
  /** What the chosen preset makes of the defaults, which are others for another text. */
  #preset = $state.raw<PresetChanges>(BUILT_IN_PRESETS.find(({ name }) => name === FIRST_PRESET)?.changes ?? none);
  #textBytes = $state.raw<number | null>(null);
  /** How fast this computer is, as the presets count it; null until it is measured. */
  pace = $state.raw<number | null>(null);
  readonly #ofPreset = $derived(this.#preset(this.defaults(), this.#facts()));

  /** It brings its hidden size. */
  model = $state.raw<BeginsFrom | null>(null);
  #keepsOptimiser = $state(false);

  readonly problem = $derived.by(() => {
    const wrong = SETTING_NAMES.map((name) => settingProblem(name, this.valueOf(name))).find((found) => found !== null);
    return wrong ?? settingsProblem(this.values());
  });

  /** The optimiser and the schedule of the run that this one goes on from go on too. */
  get keepsOptimiser(): boolean {
    return this.#keepsOptimiser && (this.model?.optimizer ?? null) !== null;
  }

  set keepsOptimiser(keeps: boolean) {
    this.#keepsOptimiser = keeps;
  }

  valueOf(name: SettingName): FieldValue {
    if (this.model && name === 'hiddenSize') return this.model.hiddenSize;
    if (this.keepsOptimiser && name === 'optimizer') return this.model?.optimizer ?? this.defaultOf(name);
    // What was typed has no meaning where the field is not shown.
    if (!isAsked(name, (other) => this.valueOf(other))) return this.#fittedOf(name);
    return this.#changed[name] ?? this.#base(name);
  }

  defaultOf(name: SettingName): FieldValue {
    return this.#base(name);
  }

  canChange(name: SettingName): boolean {
    if (this.keepsOptimiser && name === 'optimizer') return false;
    return this.model === null || !SETTINGS[name].fromModel;
  }

  change(name: SettingName, value: FieldValue): void {
    const { [name]: _previous, ...others } = this.#changed;
    this.#changed = value === this.#base(name) ? others : { ...others, [name]: value };
  }

  isByHand(name: SettingName): boolean {
    return name in this.#changed && this.valueOf(name) === this.#changed[name];
  }

  /** What preset and user changed of the defaults. */
  changes(): Partial<Record<SettingName, FieldValue>> {
    const changed = { ...this.#ofPreset, ...this.#changed };
    return Object.fromEntries(
      Object.entries(changed).filter(([name, value]) => value !== this.#fittedOf(name as SettingName)),
    );
  }

  defaults(): Settings {
    return Object.fromEntries(SETTING_NAMES.map((name) => [name, this.#fittedOf(name)])) as unknown as Settings;
  }

  /** These changes in the place of all before. */
  replace(changes: Partial<Record<SettingName, FieldValue>>): void {
    this.usePreset(none);
    for (const [name, value] of Object.entries(changes)) this.change(name as SettingName, value);
  }

  /** In the place of all changes before. */
  usePreset(preset: PresetChanges): void {
    this.#changed = {};
    this.#preset = preset;
  }

  /** True when what a preset changes of the defaults, and nothing else, leads to these settings. */
  isAsWith(preset: PresetChanges | null): boolean {
    const changes = preset?.(this.defaults(), this.#facts()) ?? {};
    return SETTING_NAMES.every((name) => this.valueOf(name) === (changes[name] ?? this.#fittedOf(name)));
  }

  fit(fitted: Record<string, FieldValue>, textBytes: number | null = null): void {
    this.#fitted = fitted;
    this.#textBytes = textBytes;
  }

  /** What a preset is fitted to. */
  #facts(): PresetFacts {
    return { textBytes: this.#textBytes, pace: this.pace, hiddenSize: this.model?.hiddenSize ?? null };
  }

  /** Without a preset. */
  #fittedOf(name: SettingName): FieldValue {
    return this.#fitted[name] ?? defaultSettings()[name];
  }

  /** What holds where nothing is changed by hand. */
  #base(name: SettingName): FieldValue {
    return this.#ofPreset[name] ?? this.#fittedOf(name);
  }

  /** Fit to be sent only where there is no problem. */
  values(): Settings {
    return Object.fromEntries(SETTING_NAMES.map((name) => [name, this.valueOf(name)])) as unknown as Settings;
  }
}
