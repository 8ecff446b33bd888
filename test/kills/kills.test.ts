// Training is killed with SIGKILL at random instants, in the terminal, in the engine and, in the long form, in the whole application in
// turn, and resumed each time: it ends with the same bits as without, and no file of it is ever unreadable. `npm run test:kill` kills a thousand times.
import { createHash } from 'node:crypto';
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { listCheckpoints, readCheckpoint, readNewestCheckpoint } from '../../src-engine/run-files/checkpoints';
import { readRecord, runFolder, type RunFolder } from '../../src-engine/run-files/run-folder';
import { exampleText, temporaryFolder } from '../engine/built-engine';
import { leaveFigures } from '../desktop/leave-figures';
import { trainInEngine, trainInTerminal, type Trainer } from './killed-processes';

const KILLS = Number(process.env.UNROLL_KILLS ?? 4);
const SEED = Number(process.env.UNROLL_KILL_SEED ?? Date.now() % 2 ** 31);
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

test(
  `killed ${KILLS} times (seed ${SEED}), runs end with the bits of one that nobody disturbed`,
  { timeout: TEST_MS },
  async () => {
    const random = randomFrom(SEED);
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

    const counts: Record<string, number> = {};
    const began = performance.now();
    let runs = 0;
    for (let kills = 0; kills < KILLS; runs += 1) {
      // The application's folder for its data: its list of runs holds this one alone.
      const data = join(home, `data-${runs}`);
      const folder = runFolder(join(data, 'runs', 'killed'));
      const isBegun = () => exists(join(folder.path, 'run.json'));
      const isFinished = async () => (await isBegun()) && (await readRecord(folder)).state === 'finished';
      const ways: [name: string, start: () => Trainer][] = [
        ['terminal', () => trainInTerminal(['resume', folder.path, '--json'])],
        ['engine', () => trainInEngine(folder.path)],
      ];
      if (inApplication) ways.push(['application', () => inApplication(data, 'killed')]);
      const start = async (turn: number): Promise<[name: string, trainer: Trainer]> => {
        if (!(await isBegun())) return ['terminal', trainInTerminal(inTerminal(folder.path))];
        const [name, begin] = ways[turn % ways.length]!;
        return [name, begin()];
      };
      for (; kills < KILLS && !(await isFinished()); kills += 1) {
        const [name, trainer] = await start(kills);
        await killAtRandom(trainer, random);
        counts[name] = (counts[name] ?? 0) + 1;
        await expectReadable(folder);
      }
      // The one that finishes undisturbed is each of them in turn.
      while (!(await isFinished())) expect(await (await start(runs))[1].finished).toBe('');
      expect(await bitsOf(folder)).toBe(wanted);
      const left = (await readdir(folder.path)).filter((name) => /\.\d{4,}$|\.damaged$/.test(name));
      expect(left).toEqual([]);
      await rm(data, { recursive: true, force: true, maxRetries: 5 });
    }
    const each = Object.entries(counts).map(([name, count]) => `${count} of the ${name}`);
    const minutes = Math.round((performance.now() - began) / 60_000);
    leaveFigures('kills', [
      `${KILLS} kills with seed ${SEED} in ${minutes} minutes: ${each.join(', ')}. ${runs} runs, each with the bits of the undisturbed one; no file was unreadable, none was left behind.`,
    ]);
  },
);
