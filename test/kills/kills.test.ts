// Training is killed with SIGKILL at random instants, in the terminal, in the engine and, in the long form, in the whole application in
// turn, and resumed each time: it ends with the same bits as without, and no file of it is ever unreadable. `npm run test:kill` kills a thousand times.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { listCheckpoints, readCheckpoint, readNewestCheckpoint } from '../../src-engine/run-files/checkpoints';
import { readRecord, runFolder, type RunFolder } from '../../src-engine/run-files/run-folder';
import { exampleText, temporaryFolder } from '../engine/built-engine';
import { FIGURES_FOLDER } from '../desktop/leave-figures';
import type { trainInApplication } from './killed-application';
import { trainInEngine, trainInTerminal, type Trainer } from './killed-processes';

const KILLS = Number(process.env.UNROLL_KILLS ?? 4);
const SEED = Number(process.env.UNROLL_KILL_SEED ?? Date.now() % 2 ** 31);
/** Runs are killed side by side, since most of the time one waits: for a start, or for the next point of its curve. */
const AT_ONCE = Math.min(3, Math.ceil(KILLS / 20));
/** The deadline of a test is for a few kills. */
const TEST_MS = 1_200_000 + 20_000 * KILLS;

/** One kill in five comes while the process starts, the others after some points of the curve. */
const START_MS = 400;
const MOST_POINTS = 8;
const MOST_MS_MORE = 20;

const LENGTH = 150;
const SETTINGS = [
  ['--hidden', '24', '--lanes', '4', '--truncation', '8', '--updates', String(LENGTH), '--restart-share', '0.1'],
  ['--checkpoint-every', '2', '--validation-every', '15', '--checkpoint-seconds', '1', '--threads', '2', '--json'],
].flat();

/** Park and Miller's generator: a failure can be had again. */
function randomFrom(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Weights, moments, what the lanes remember and the generator: of a run's newest checkpoint. */
async function bitsOf(folder: RunFolder): Promise<string> {
  const newest = await readNewestCheckpoint(folder, await readRecord(folder));
  const { counters, weights, moments, lanes } = newest!.checkpoint;
  const hash = createHash('sha256').update(`${counters.update} ${counters.restarts.join()}`);
  for (const { Wxh, Whh, Who } of [weights, ...moments.map(({ values }) => values)])
    hash.update(Wxh).update(Whh).update(Who);
  return hash.update(lanes.states).update(lanes.bytes).update(lanes.reach).digest('hex');
}

/** Every file of a run, as a kill has left it: records and checkpoints whole, logs but for a torn last line. */
async function expectReadable(folder: RunFolder): Promise<void> {
  if (!(await exists(join(folder.path, 'run.json')))) return;
  const record = await readRecord(folder);
  for (const update of await listCheckpoints(folder)) await readCheckpoint(folder, record, update);
  for (const name of (await readdir(folder.path)).filter((each) => each.endsWith('.jsonl'))) {
    const lines = (await readFile(join(folder.path, name), 'utf8')).split('\n').slice(0, -1);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ update: expect.any(Number) as number });
  }
}

async function killAtRandom(trainer: Trainer, random: () => number): Promise<void> {
  if (random() < 0.2) await Promise.race([trainer.finished, wait(random() * START_MS)]);
  else {
    await trainer.tells(1 + Math.floor(random() * MOST_POINTS));
    await wait(random() * MOST_MS_MORE);
  }
  await trainer.kill(random);
  expect(await trainer.finished).toBe('');
}

interface Surroundings {
  home: string;
  /** The words that begin a run in a folder. */
  inTerminal(path: string): string[];
  /** Of a run that nobody disturbed. */
  wanted: string;
  inApplication: typeof trainInApplication | null;
}

/** Kills one run until it has ended or `more` says that it is enough; resolves to how often each was killed. */
async function killOneRun(
  name: string,
  { home, inTerminal, wanted, inApplication }: Surroundings,
  random: () => number,
  more: () => boolean,
): Promise<string[]> {
  // The application's folder for its data: its list of runs holds this one alone.
  const data = join(home, name);
  const folder = runFolder(join(data, 'runs', 'killed'));
  const isBegun = () => exists(join(folder.path, 'run.json'));
  const isFinished = async () => (await isBegun()) && (await readRecord(folder)).state === 'finished';
  const ways: [name: string, start: () => Trainer][] = [
    ['terminal', () => trainInTerminal(['resume', folder.path, '--json'])],
    ['engine', () => trainInEngine(folder.path)],
  ];
  if (inApplication) ways.push(['application', () => inApplication(data, 'killed')]);
  let turn = Math.floor(random() * ways.length);
  const start = async (): Promise<[name: string, trainer: Trainer]> => {
    if (!(await isBegun())) return ['terminal', trainInTerminal(inTerminal(folder.path))];
    const [way, begin] = ways[turn++ % ways.length]!;
    return [way, begin()];
  };
  const killed: string[] = [];
  while (!(await isFinished()) && more()) {
    const [way, trainer] = await start();
    await killAtRandom(trainer, random);
    killed.push(way);
    await expectReadable(folder);
  }
  // The one that finishes undisturbed is each of them in turn.
  while (!(await isFinished())) expect(await (await start())[1].finished).toBe('');
  expect(await bitsOf(folder)).toBe(wanted);
  // What a kill left at the very end goes when the run is opened the next time.
  await trainInTerminal(['resume', folder.path, '--json']).finished;
  const left = (await readdir(folder.path)).filter((each) => /\.\d{4,}$|\.damaged$/.test(each));
  expect(left).toEqual([]);
  await rm(data, { recursive: true, force: true, maxRetries: 5 });
  return killed;
}

test(
  `killed ${KILLS} times (seed ${SEED}), runs end with the bits of one that nobody disturbed`,
  { timeout: TEST_MS },
  async () => {
    const home = await temporaryFolder();
    const text = join(home, 'text.txt');
    await writeFile(text, exampleText(20_000));
    const inTerminal = (path: string) => ['train', text, ...SETTINGS, '--run', path];
    const undisturbed = runFolder(join(home, 'runs', 'undisturbed'));
    expect(await trainInTerminal(inTerminal(undisturbed.path)).finished).toBe('');
    const wanted = await bitsOf(undisturbed);
    const inApplication = process.env.UNROLL_PRODUCTION_EXECUTABLE
      ? (await import('./killed-application')).trainInApplication
      : null;

    const began = performance.now();
    const killed: string[] = [];
    let left = KILLS;
    let runs = 0;
    const killSome = async (seed: number) => {
      const random = randomFrom(seed);
      const more = () => left-- > 0;
      while (left > 0)
        killed.push(...(await killOneRun(`data-${runs++}`, { home, inTerminal, wanted, inApplication }, random, more)));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => killSome(SEED * AT_ONCE + index)));
    const counts = ['terminal', 'engine', 'application'].map((way) => killed.filter((each) => each === way).length);
    const piece = { kills: KILLS, seed: SEED, minutes: (performance.now() - began) / 60_000, runs, counts };
    mkdirSync(FIGURES_FOLDER, { recursive: true });
    await writeFile(join(FIGURES_FOLDER, 'kills.json'), JSON.stringify(piece));
  },
);
