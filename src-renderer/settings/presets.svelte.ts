// Holds the presets: those that come with the application and the user's own, which outlive the window.
import { SETTINGS, settingProblem, type SettingName } from '../../src-engine/hyperparameters';
import { BUILT_IN_PRESETS } from '../../src-engine/settings/presets';
import type { OwnPreset, WindowApi } from '../../src-main/calls/window-api';
import type { FieldValue } from './setting-source';
import type { NewRunSettings, PresetChanges } from './new-run-settings.svelte';

type Changes = Partial<Record<SettingName, FieldValue>>;
type PresetFile = Pick<WindowApi, 'ownPresets' | 'saveOwnPresets'>;

const inOrder = (one: string, other: string): number => one.localeCompare(other, undefined, { numeric: true });

/** What of a stored preset this version of the application knows. */
function knownChanges(values: OwnPreset['values']): Changes {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => Object.hasOwn(SETTINGS, name) && settingProblem(name as SettingName, value) === null,
    ),
  );
}

export class Presets {
  own = $state.raw<OwnPreset[]>([]);
  readonly #file: PresetFile;
  readonly #failed: (sentence: string) => void;

  constructor(file: PresetFile, failed: (sentence: string) => void) {
    this.#file = file;
    this.#failed = failed;
  }

  async read(): Promise<void> {
    this.own = await this.#file.ownPresets();
  }

  /** What a preset changes of the defaults; null when there is none of that name. */
  changesOf(name: string): PresetChanges | null {
    const builtIn = BUILT_IN_PRESETS.find((preset) => preset.name === name);
    if (builtIn) return builtIn.changes;
    const own = this.own.find((preset) => preset.name === name);
    return own ? () => knownChanges(own.values) : null;
  }

  /** The preset that the settings agree with; null when the user has settings of their own. */
  matching(settings: NewRunSettings): string | null {
    const names = [...this.own, ...BUILT_IN_PRESETS].map(({ name }) => name);
    return names.find((name) => settings.isAsWith(this.changesOf(name))) ?? null;
  }

  choose(name: string, settings: NewRunSettings): void {
    const changes = this.changesOf(name);
    if (changes) settings.usePreset(changes);
  }

  /** The problem with a name, as a message; null when it may be used. `current` is the preset that is given it. */
  nameProblem(name: string, current: string | null = null): string | null {
    const wanted = name.trim();
    if (wanted === '') return 'Enter a name for the preset.';
    if (BUILT_IN_PRESETS.some((preset) => preset.name === wanted)) {
      return `"${wanted}" is a built-in preset. Choose another name.`;
    }
    const isTaken = wanted !== current && this.own.some((preset) => preset.name === wanted);
    return isTaken ? `A preset named "${wanted}" already exists. Choose another name.` : null;
  }

  save(name: string, settings: NewRunSettings): void {
    this.#keep([...this.own, { name: name.trim(), values: settings.changes() }]);
  }

  rename(from: string, to: string): void {
    this.#keep(this.own.map((preset) => (preset.name === from ? { ...preset, name: to.trim() } : preset)));
  }

  remove(name: string): void {
    this.#keep(this.own.filter((preset) => preset.name !== name));
  }

  #keep(presets: OwnPreset[]): void {
    this.own = presets.toSorted((a, b) => inOrder(a.name, b.name));
    const plain = this.own.map(({ name, values }) => ({ name, values: { ...values } }));
    this.#file.saveOwnPresets(plain).catch(() => {
      this.#failed('The preset could not be written to the disk. Free some space, then save it again.');
    });
  }
}
