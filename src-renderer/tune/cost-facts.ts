// Puts a run's cost into the few figures that the user decides by.
import type { Settings } from '../../src-engine/hyperparameters';
import type { Cost } from '../../src-engine/protocol/messages';
import { formatBytes, formatBytesPerSecond, formatCompact, formatDuration } from '../numbers/format';

export interface CostFact {
  label: string;
  value: string;
}

const UNKNOWN = '–';

/** How long some bytes take; a dash where either is not known. */
function duration(bytes: number | null, bytesPerSecond: number | null): string {
  return bytes === null || bytesPerSecond === null ? UNKNOWN : formatDuration((bytes / bytesPerSecond) * 1000);
}

function runTime(
  { runBytes, bytesPerSecond }: Cost,
  { length, lengthUnit }: Pick<Settings, 'length' | 'lengthUnit'>,
): string {
  if (lengthUnit === 'minutes') return formatDuration(length * 60_000);
  return lengthUnit === 'told' ? 'unlimited' : duration(runBytes, bytesPerSecond);
}

export function costFacts(cost: Cost, settings: Pick<Settings, 'length' | 'lengthUnit'>): CostFact[] {
  const speed = cost.state === 'measuring' ? 'measuring…' : UNKNOWN;
  return [
    { label: 'Parameters', value: cost.parameters === null ? UNKNOWN : formatCompact(cost.parameters) },
    { label: 'Memory', value: formatBytes(cost.memoryBytes) },
    { label: 'Speed', value: cost.bytesPerSecond === null ? speed : formatBytesPerSecond(cost.bytesPerSecond) },
    { label: 'Epoch time', value: duration(cost.epochBytes, cost.bytesPerSecond) },
    { label: 'Total time', value: runTime(cost, settings) },
  ];
}
