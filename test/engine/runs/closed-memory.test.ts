// What closed runs and finished writing took is given back: V8 does not count shared memories, and would leave them standing.
import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { needs } from '../../needs';
import { initialWeights } from '../../../src-engine/model/initialise';
import { DEFAULT_SAMPLING } from '../../../src-engine/protocol/writing';
import { openSampler, writeText } from '../../../src-engine/sampling/sampler';
import { BUILT, FILES } from '../built-engine';
import { ENDLESS, managedRuns } from './managed-runs';

const TIMES = 10;
/** Beside what was held before: what is on its way out. */
const LEAVING = 3;
/** A memory of WebAssembly's reserves so much of the address space, however small it is. */
const RESERVED_BYTES = 4 * 2 ** 30;

/** How many memories of WebAssembly this process holds, in all of its threads. */
function memoriesHeld(): number {
  const lines = readFileSync('/proc/self/maps', 'utf8').split('\n');
  return lines.filter((line) => {
    const [from = '', to = ''] = line.split(' ', 1)[0]!.split('-');
    return Number.parseInt(to, 16) - Number.parseInt(from, 16) > RESERVED_BYTES;
  }).length;
}

test('a run that is closed gives its memory back, however often runs are opened', async (context) => {
  needs(context, 'linux');
  const { manager, start, trains, brings } = await managedRuns();
  const run = await start(ENDLESS);
  await trains(run);
  await brings(() => manager.pause(run), 'paused', run);
  const before = memoriesHeld();
  for (let time = 0; time < TIMES; time += 1) {
    const training = trains(run);
    await manager.resume(run);
    await training;
    await brings(() => manager.pause(run), 'paused', run);
    expect(memoriesHeld()).toBeLessThanOrEqual(before + LEAVING);
  }
});

test('so does a network that has written', async (context) => {
  needs(context, 'linux');
  const kernels = async () => ({ fast: await FILES.kernels('fast'), strict: await FILES.kernels('strict') });
  const sampler = openSampler(kernels, new URL('main/sampler-worker-main.js', BUILT));
  onTestFinished(() => sampler.close());
  const weights = initialWeights(24, 1, 'identity');
  const options = { ...DEFAULT_SAMPLING, bytes: 40 };
  const write = (time: number) =>
    writeText(sampler, `text-${time}`, { network: { kernels: 'fast', weights }, options, encoding: 'utf-8' });
  await write(0);
  const before = memoriesHeld();
  for (let time = 1; time <= TIMES; time += 1) {
    await write(time);
    expect(memoriesHeld()).toBeLessThanOrEqual(before + LEAVING);
  }
});
