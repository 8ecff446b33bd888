// Turns losses, which the engine counts in nats, into the unit a person chose.

export type LossUnit = 'bits' | 'nats';

export const LOSS_UNITS: { value: LossUnit; label: string }[] = [
  { value: 'bits', label: 'bits/byte' },
  { value: 'nats', label: 'nats' },
];

export const lossUnitLabel = (unit: LossUnit): string => (unit === 'bits' ? 'bits/byte' : 'nats');
export const fromNats = (nats: number, unit: LossUnit): number => (unit === 'bits' ? nats / Math.LN2 : nats);
export const fromBits = (bits: number, unit: LossUnit): number => (unit === 'bits' ? bits : bits * Math.LN2);
