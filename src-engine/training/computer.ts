// What the engine knows of the computer it runs on, and how many workers may use it now.
import { leavesRoom, type Settings } from '../hyperparameters';
import type { EngineEvent } from '../protocol/messages';
import type { ThreadOptions } from '../workers/orders';
import { threadsFor } from './threads';

export interface Computer {
  /** Set by the host whenever the power source changes. */
  setPower(isOnBattery: boolean): void;
  threadOptionsFor(settings: Settings): ThreadOptions;
  tell(): void;
}

export function openComputer(emit: (event: EngineEvent) => void): Computer {
  let isOnBattery = false;
  const tell = () => emit({ kind: 'computer', isOnBattery });
  return {
    setPower(next) {
      isOnBattery = next;
      tell();
    },
    threadOptionsFor(settings) {
      const wanted = threadsFor(settings);
      const threads = leavesRoom(settings.leaveRoom, isOnBattery) ? Math.max(1, Math.floor(wanted / 2)) : wanted;
      return { threads, priority: settings.priority };
    },
    tell,
  };
}
