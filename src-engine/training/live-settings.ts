// The settings of a run that is open: those in force, and the changes that wait for an update's end.
import type { SettingName, Settings } from '../hyperparameters';
import type { SettingChange } from '../protocol/messages';
import { checkChange, settingsAt } from '../run-files/setting-changes';
import type { TrainingParts } from './training-parts';

interface WantedChange {
  name: SettingName;
  value: number | string;
  resolve(change: SettingChange): void;
  reject(error: unknown): void;
}

export class LiveSettings {
  private wanted: WantedChange[] = [];

  constructor(private readonly parts: Pick<TrainingParts, 'settings' | 'changes' | 'storage' | 'observer'>) {}

  /** Those in force at an update. */
  at(update: number): Settings {
    return settingsAt(this.parts.settings, this.parts.changes, update);
  }

  /** Resolves when the change is in the journal and in effect. */
  want(name: SettingName, value: number | string): Promise<SettingChange> {
    checkChange(name, value);
    return new Promise((resolve, reject) => this.wanted.push({ name, value, resolve, reject }));
  }

  /** Between two updates, so that the journal says exactly from where on a change counts. */
  async makeChanges(update: number): Promise<void> {
    const { changes, storage, observer } = this.parts;
    for (const { name, value, resolve, reject } of this.wanted.splice(0)) {
      const change = { update, name, value };
      try {
        await storage.journal(change);
        changes.push(change);
        observer.onSettingChanged?.(change);
        resolve(change);
      } catch (error) {
        reject(error);
      }
    }
  }
}
