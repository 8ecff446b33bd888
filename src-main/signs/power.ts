// Reports when the computer switches to battery power and back, so that training can use fewer threads, and when it goes down.
import { powerMonitor } from 'electron';
import type { EventEmitter } from 'node:events';

export function followPower(changed: (isOnBattery: boolean) => void): void {
  powerMonitor.on('on-battery', () => changed(true));
  powerMonitor.on('on-ac', () => changed(false));
}

/** The user logs out or the computer goes down, which waits for a moment. */
export function followShutdown(leave: () => void): void {
  // Electron's types do not know of the event that it hands over.
  (powerMonitor as EventEmitter).on('shutdown', (event: { preventDefault: () => void }) => {
    event.preventDefault();
    leave();
  });
}

export const isOnBattery = (): boolean => powerMonitor.isOnBatteryPower();
