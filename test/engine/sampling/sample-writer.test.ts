// Tests that the samples of a training run are written as its person has set its writing, with the prompt of then.
import { expect, test } from 'vitest';
import { initialWeights } from '../../../src-engine/model/initialise';
import { DEFAULT_SAMPLING, type SamplingOptions } from '../../../src-engine/protocol/writing';
import { BALANCED_STYLE, WRITING_STYLES } from '../../../src-engine/protocol/writing-styles';
import { sampleWriter } from '../../../src-engine/sampling/sample-writer';
import type { Sampler } from '../../../src-engine/sampling/sampler';
import type { WritingOrder } from '../../../src-engine/sampling/sampler-messages';

const weights = initialWeights(8, 1, 'uniform');
const CAREFUL = WRITING_STYLES.find(({ name }) => name === 'Careful')!.style;

/** A sampler that writes nothing but keeps what it is asked for. */
function askedSampler() {
  const asked: WritingOrder[] = [];
  const sampler = {
    write: (
      _request: string,
      order: WritingOrder,
      hooks: { onEnd(sentence: string | null, note: string | null): void },
    ) => {
      asked.push(order);
      hooks.onEnd(null, null);
    },
  } as unknown as Sampler;
  return { sampler, asked };
}

test('a sample has the style, the filters and the prompt that were chosen for its run, as they are at the time, and a seed of its own', async () => {
  const { sampler, asked } = askedSampler();
  let kept: SamplingOptions | null = {
    ...DEFAULT_SAMPLING,
    ...CAREFUL,
    prompt: 'Call me ',
    never: ['e'],
    seed: 99,
    bytes: 20_000,
  };
  const runs: string[] = [];
  const write = sampleWriter(sampler, (run) => {
    runs.push(run);
    return Promise.resolve(kept);
  });
  expect(await write(weights, 'utf-8', 'one')).toBe('Call me ');
  kept = { ...kept, prompt: 'The ', temperature: 1.5 };
  expect(await write(weights, 'koi8-r', 'two')).toBe('The ');
  expect(runs).toEqual(['one', 'two']);
  expect(asked.map(({ options }) => ({ ...options, seed: 0, bytes: 0 }))).toEqual([
    { ...DEFAULT_SAMPLING, ...CAREFUL, prompt: 'Call me ', never: ['e'], seed: 0, bytes: 0 },
    { ...DEFAULT_SAMPLING, ...CAREFUL, temperature: 1.5, prompt: 'The ', never: ['e'], seed: 0, bytes: 0 },
  ]);
  const [first, second] = asked;
  expect(first?.options.seed).not.toBe(second?.options.seed);
  expect(first?.options.bytes).toBeLessThan(1000);
  expect(second?.encoding).toBe('koi8-r');
});

test('where nothing was chosen a sample is written as Write begins: balanced', async () => {
  const { sampler, asked } = askedSampler();
  await sampleWriter(sampler, () => Promise.resolve(null))(weights, 'utf-8', 'one');
  expect(asked[0]?.options).toMatchObject({ ...BALANCED_STYLE.style, prompt: '', validUtf8: true });
});
