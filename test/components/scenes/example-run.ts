// A run as the engine tells it, for scenes that show one.
import type { RunSummary } from '../../../src-engine/protocol/messages';

export function exampleRun(id: string, facts: Partial<RunSummary> = {}): RunSummary {
  return {
    id,
    name: id,
    createdMs: 0,
    state: 'paused',
    queuePlace: null,
    sentence: null,
    textName: 'Moby-Dick.txt',
    textBytes: 1_200_000,
    textEncoding: 'utf-8',
    settings: {},
    update: 100,
    totalUpdates: 1000,
    elapsedMs: 60_000,
    lossNats: 1.5,
    bestValidationBitsPerByte: 2.25,
    sparkline: [5, 3, 2],
    colour: 0,
    isArchived: false,
    ...facts,
  };
}
