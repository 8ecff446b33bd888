// What belongs to the application as a whole: its dialogs, and what the user prefers of it.
import type { ShortcutGroup } from '../../src-main/menu/shortcuts';
import type { PersonalPreferences, WindowApi } from '../../src-main/calls/window-api';

export class Manners {
  readonly shortcuts: ShortcutGroup[];
  preferences = $state.raw<PersonalPreferences | null>(null);
  dialog = $state<'shortcuts' | 'preferences' | null>(null);
  readonly #api: WindowApi;

  constructor(api: WindowApi) {
    this.#api = api;
    this.shortcuts = api.shortcuts;
    api.onPreferencesChanged((preferences) => (this.preferences = preferences));
  }

  async readPreferences(): Promise<void> {
    this.preferences = await this.#api.preferences();
  }

  change = (change: Partial<PersonalPreferences>): void => void this.#api.changePreferences(change);
  /** A dialog reports that it closed a moment later: by then another may be open. */
  closed(dialog: 'shortcuts' | 'preferences'): void {
    if (this.dialog === dialog) this.dialog = null;
  }
}
