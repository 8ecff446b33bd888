// One rule of what is a checkpoint: whatever is changed in one, it is refused with a sentence.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withChecksum } from '../../../src-engine/model/checksum';
import { encodeCheckpoint } from '../../../src-engine/model/checkpoint';
import { memoryFor, memoryLayoutOf } from '../../../src-engine/model/layout';
import { decodeCheckpoint } from '../../../src-engine/model/read-checkpoint';
import { decodeSafetensors, encodeSafetensors, type Tensor } from '../../../src-engine/model/safetensors';
import { shapeOf } from '../../../src-engine/model/shape';
import type { Workspace } from '../../../src-engine/model/workspace';
import { isProblem } from '../../../src-engine/problem';
import { smallSettings } from '../built-engine';

const shape = shapeOf(smallSettings({ hiddenSize: 3, lanes: 2, truncation: 4 }));
const form = { shape, optimizer: 'adam' as const };

/** A memory of zeros is a whole state. */
function checkpointBytes(): Uint8Array {
  const layout = memoryLayoutOf(shape, 1);
  const { buffer } = memoryFor(layout, shape);
  const views = { u8: new Uint8Array(buffer), i32: new Int32Array(buffer) };
  const work = { shape, layout, buffer, ...views } as unknown as Workspace;
  const restarts = Uint32Array.of(1, 2, 3, 4);
  return encodeCheckpoint(work, form.optimizer, { update: 7, elapsedMs: 12.5, restarts, kernels: 'fast' });
}

const BYTES = checkpointBytes();

/** What is said of it; null where it is taken. Any other error fails the test. */
function refusal(bytes: Uint8Array): string | null {
  try {
    decodeCheckpoint(bytes, '7.safetensors', form);
    return null;
  } catch (error) {
    if (isProblem(error)) return error.message;
    throw error;
  }
}

/** The checkpoint with something in it exchanged, under a checksum that fits. */
function changed(change: (tensors: Record<string, Tensor>, metadata: Record<string, string>) => void): Uint8Array {
  const { tensors, metadata } = decodeSafetensors(BYTES, 'checkpoint');
  delete metadata.checksum;
  change(tensors, metadata);
  return withChecksum((checksum) => encodeSafetensors(tensors, { ...metadata, ...checksum }));
}

test('a whole one is taken, one of an earlier version without a checksum too', () => {
  expect(refusal(BYTES)).toBeNull();
  const { tensors, metadata } = decodeSafetensors(BYTES, 'checkpoint');
  delete metadata.checksum;
  expect(refusal(encodeSafetensors(tensors, metadata))).toBeNull();
});

test('a flipped bit anywhere is noticed', () => {
  fc.assert(
    fc.property(fc.nat(BYTES.length - 1), fc.nat(7), (at, bit) => {
      const bytes = Uint8Array.from(BYTES);
      bytes[at]! ^= 1 << bit;
      expect(refusal(bytes)).toMatch(/\.$/);
    }),
  );
});

test('a flipped bit in the name of its checksum is noticed', () => {
  const at = Buffer.from(BYTES).indexOf('checksum');
  for (let bit = 0; bit < 8 * 'checksum'.length; bit++) {
    const bytes = Uint8Array.from(BYTES);
    bytes[at + (bit >> 3)]! ^= 1 << (bit & 7);
    expect(refusal(bytes)).toMatch(/\.$/);
  }
});

test('one cut short anywhere is noticed', () => {
  fc.assert(
    fc.property(fc.nat(BYTES.length - 1), (bytes) => {
      expect(refusal(BYTES.subarray(0, bytes))).toMatch(/\.$/);
    }),
  );
});

test.each([
  ['update', '-5'],
  ['update', '1e300'],
  ['update', '7.5'],
  ['update', ''],
  ['update', 'NaN'],
  ['elapsed_ms', '-1'],
  ['elapsed_ms', 'Infinity'],
  ['restarts', '[0,0,0,0]'],
  ['restarts', '[1,2,3]'],
  ['restarts', '{'],
  ['kernels', 'slow'],
  ['alphabet', ''],
  ['alphabet', '6162'],
])('%s %j is refused', (name, value) => {
  expect(refusal(changed((_, metadata) => (metadata[name] = value)))).toMatch(/"7.safetensors".*\.$/);
});

test.each(['Wxh', 'Whh', 'Who', 'firstMoments.Wxh', 'secondMoments.Whh', 'lanes.states'])(
  'a value in %s that is not finite is refused',
  (name) => {
    for (const value of [NaN, Infinity, -Infinity]) {
      expect(refusal(changed((tensors) => ((tensors[name]!.data as Float32Array)[2] = value)))).toContain(name);
    }
  },
);

test.each([-1, 5, 2 ** 31 - 1])('a lane that reaches back %d bytes is refused', (reach) => {
  expect(refusal(changed((tensors) => ((tensors['lanes.reach']!.data as Int32Array)[1] = reach)))).toContain('reaches');
});

test('tensors of another run are refused', () => {
  expect(refusal(changed((tensors) => delete tensors['lanes.bytes']))).toContain('lanes.bytes');
  const other = { ...form, shape: shapeOf(smallSettings({ hiddenSize: 4, lanes: 2, truncation: 4 })) };
  expect(() => decodeCheckpoint(BYTES, '7.safetensors', other)).toThrow('does not fit');
});
