// What belongs to the application as a whole: its dialogs, its tour, and what the user prefers of it.
import type { ShortcutGroup } from '../../src-main/menu/shortcuts';
import type { AboutProgram, PersonalPreferences, WindowApi } from '../../src-main/calls/window-api';
import type { GuidePlace } from '../guide/guide-tree';
import { Tour } from '../tour/tour.svelte';

type Dialog = 'shortcuts' | 'preferences' | 'guide' | 'about';

export class Manners {
  readonly shortcuts: ShortcutGroup[];
  preferences: PersonalPreferences;
  dialog = $state<Dialog | null>(null);
  /** Where the guide was read last. */
  guidePlace = $state.raw<GuidePlace | null>(null);
  readonly tour = new Tour(() => this.change({ wasTourLeft: true }));
  readonly #api: WindowApi;

  constructor(api: WindowApi, preferences: PersonalPreferences) {
    this.#api = api;
    this.preferences = $state.raw(preferences);
    this.shortcuts = api.shortcuts;
    api.onPreferencesChanged((preferences) => (this.preferences = preferences));
  }

  about = (): Promise<AboutProgram> => this.#api.aboutProgram();
  showLicences = (): void => void this.#api.showLicences();

  change = (change: Partial<PersonalPreferences>): void => void this.#api.changePreferences(change);
  /** A dialog reports that it closed a moment later: by then another may be open. */
  closed(dialog: Dialog): void {
    if (this.dialog === dialog) this.dialog = null;
  }
}
