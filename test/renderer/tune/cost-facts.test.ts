// Tests the figures of a run's cost.
import { describe, expect, it } from 'vitest';
import type { Cost } from '../../../src-engine/protocol/messages';
import { formatDuration } from '../../../src-renderer/numbers/format';
import { costFacts } from '../../../src-renderer/tune/cost-facts';

const cost: Cost = {
  state: 'measured',
  parameters: 82_000,
  memoryBytes: 5e7,
  bytesPerSecond: 1000,
  pace: null,
  epochBytes: 60_000,
  runBytes: 600_000,
  sentence: null,
};
const value = (label: string, of: Cost, length = 10, lengthUnit: 'epochs' | 'minutes' | 'told' = 'epochs') =>
  costFacts(of, { length, lengthUnit }).find((fact) => fact.label === label)?.value;

describe('The cost of a run', () => {
  it('follows from the measured speed', () => {
    expect(value('Epoch time', cost)).toBe(formatDuration(60_000));
    expect(value('Total time', cost)).toBe(formatDuration(600_000));
  });

  it('says what a length in minutes says, and that a run without an end has none', () => {
    expect(value('Total time', cost, 5, 'minutes')).toBe(formatDuration(300_000));
    expect(value('Total time', cost, 5, 'told')).toBe('unlimited');
  });

  it('does not know the parameters of a network whose text is not chosen', () => {
    expect(value('Parameters', cost)).not.toBe('–');
    expect(value('Parameters', { ...cost, parameters: null })).toBe('–');
  });

  it('says that it measures, and guesses nothing meanwhile', () => {
    const measuring: Cost = { ...cost, state: 'measuring', bytesPerSecond: null };
    expect(value('Speed', measuring)).toBe('measuring…');
    expect(value('Epoch time', measuring)).toBe('–');
    expect(value('Total time', measuring)).toBe('–');
  });
});
