import * as ort from 'onnxruntime-web';
import { expect, test } from 'vitest';
import { encodeForFile } from '../../../src-engine/model/export-file';
import { encodeOnnx } from '../../../src-engine/model/onnx-file';
import { integerField } from '../../../src-engine/model/onnx-protobuf';
import { exampleBytes } from '../kernels/reference-tools';
import { lensOver, networkInBoth } from '../inspection/lens-tools';
import { worstShare } from '../../fixtures/golden';

const TOLERANCE = 1e-5;

ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'error';

const floats = (values: Float32Array, shape: number[]) => new ort.Tensor('float32', values, shape);
const bytesTensor = (bytes: number[]) => new ort.Tensor('int64', BigInt64Array.from(bytes, BigInt), [bytes.length]);

async function step(session: ort.InferenceSession, bytes: number[], states: Float32Array) {
  const outputs = await session.run({
    byte: bytesTensor(bytes),
    state: floats(states, [bytes.length, states.length / bytes.length]),
  });
  return {
    probabilities: outputs.probabilities!.data as Float32Array,
    state: outputs.next_state!.data as Float32Array,
  };
}

const LETTERS = Uint8Array.from({ length: 26 }, (_, letter) => 97 + letter);

test.each([
  { hidden: 1, alphabet: null },
  { hidden: 13, alphabet: null },
  { hidden: 13, alphabet: LETTERS },
  { hidden: 128, alphabet: null },
])(
  'onnxruntime, fed byte by byte, gives the engine’s probabilities and states with H $hidden and alphabet $alphabet.length',
  async ({ hidden, alphabet }) => {
    const weights = { ...networkInBoth(hidden, 21, hidden === 128 ? 0.1 : 0.4).weights, alphabet };
    const session = await ort.InferenceSession.create(encodeOnnx(weights, 'whale'));
    expect(session.inputNames).toEqual(['byte', 'state']);
    expect(session.outputNames).toEqual(['probabilities', 'next_state']);
    const lens = lensOver(weights);
    const bytes = exampleBytes(60, 4);
    lens.read(bytes);
    let state = new Float32Array(hidden);
    for (const [t, byte] of bytes.entries()) {
      const next = await step(session, [byte], state);
      state = Float32Array.from(next.state);
      expect(worstShare(next.probabilities, lens.prediction(t)), `p at ${t}`).toBeLessThan(TOLERANCE);
      expect(worstShare(state, lens.state(t)), `s at ${t}`).toBeLessThan(TOLERANCE);
    }
  },
);

test('several streams side by side are as each alone', async () => {
  const { weights } = networkInBoth(5, 22, 0.4);
  const session = await ort.InferenceSession.create(encodeOnnx(weights, 'whale'));
  const both = await step(session, [65, 200], new Float32Array(10).fill(0.25));
  for (const [row, byte] of [65, 200].entries()) {
    const alone = await step(session, [byte], new Float32Array(5).fill(0.25));
    expect(worstShare(both.state.subarray(5 * row, 5 * row + 5), alone.state)).toBeLessThan(TOLERANCE);
  }
});

test('a whole number is written in groups of seven bits, the lowest first', () => {
  expect(Array.from(integerField(1, 150))).toEqual([0x08, 0x96, 0x01]);
});

test('a file is written in the format of its ending, and another ending is refused', () => {
  const { weights } = networkInBoth(2, 1, 0.3);
  expect(encodeForFile('a.ONNX', weights, 'a')[0]).toBe(0x08);
  expect(() => encodeForFile('a.pt', weights, 'a')).toThrow(/"a\.pt" must end in \.safetensors, \.onnx or \.html\./);
});
