// Tells when the computer goes over to its battery and back, so that training can leave room for other work.
import { powerMonitor } from 'electron';

export function followPower(changed: (isOnBattery: boolean) => void): void {
  powerMonitor.on('on-battery', () => changed(true));
  powerMonitor.on('on-ac', () => changed(false));
}

export const isOnBattery = (): boolean => powerMonitor.isOnBatteryPower();
