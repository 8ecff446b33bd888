// Reports when the computer switches to battery power and back, so that training can use fewer threads.
import { powerMonitor } from 'electron';

export function followPower(changed: (isOnBattery: boolean) => void): void {
  powerMonitor.on('on-battery', () => changed(true));
  powerMonitor.on('on-ac', () => changed(false));
}

export const isOnBattery = (): boolean => powerMonitor.isOnBatteryPower();
