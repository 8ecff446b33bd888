// What stands under a setting beside its help: what it comes to on this computer now.
import { leavesRoom, type LeaveRoom, type SettingName } from '../../src-engine/hyperparameters';
import type { SettingSource } from './setting-source';

export type SettingNotes = Partial<Record<SettingName, string>>;

/** Nothing until the engine has reported the power source. */
export function notesOn(source: SettingSource, computer: { isOnBattery: boolean } | null): SettingNotes {
  if (!computer) return {};
  const power = computer.isOnBattery ? 'On battery now' : 'On mains power now';
  const leaves = leavesRoom(source.valueOf('leaveRoom') as LeaveRoom, computer.isOnBattery);
  return { leaveRoom: `${power}: using ${leaves ? 'half of the' : 'all'} threads.` };
}
