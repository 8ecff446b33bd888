// A run as the list knows it, for tests that need one.
import type { RunSummary } from '../src-engine/protocol/messages';

export const summary = (id: string, more: Partial<RunSummary> = {}): RunSummary => ({
  id,
  name: id,
  createdMs: 1,
  state: 'paused',
  queuePlace: null,
  sentence: null,
  textName: 'text',
  textBytes: 1,
  textEncoding: 'utf-8',
  settings: { hiddenSize: 64, optimizer: 'adam' },
  update: 0,
  totalUpdates: 0,
  elapsedMs: 0,
  lossNats: null,
  bestValidationBitsPerByte: null,
  sparkline: [],
  colour: 0,
  isArchived: false,
  ...more,
});
