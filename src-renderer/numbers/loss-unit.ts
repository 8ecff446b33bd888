// Turns losses, which the engine counts in nats, into the unit the user chose.

export type LossUnit = 'bits' | 'nats' | 'perplexity';

const LABELS: Record<LossUnit, string> = { bits: 'bits/byte', nats: 'nats', perplexity: 'perplexity' };

export const LOSS_UNITS = (Object.keys(LABELS) as LossUnit[]).map((value) => ({ value, label: LABELS[value] }));

export const lossUnitLabel = (unit: LossUnit): string => LABELS[unit];

/** Perplexity is e to the loss: among how many equally likely bytes the network wavers. */
export function fromNats(nats: number, unit: LossUnit): number {
  if (unit === 'nats') return nats;
  return unit === 'bits' ? nats / Math.LN2 : Math.exp(nats);
}

export const fromBits = (bits: number, unit: LossUnit): number =>
  unit === 'bits' ? bits : fromNats(bits * Math.LN2, unit);
