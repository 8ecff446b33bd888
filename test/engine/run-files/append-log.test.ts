// A log is read and grows, whatever a crash or a stranger has left in it.
import fc from 'fast-check';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sample, type Sample } from '../../../src-engine/protocol/messages';
import { appendOnce, cutLogPast, openAppendLog, readLog } from '../../../src-engine/run-files/append-log';
import { readCurve } from '../../../src-engine/run-files/read-curve';
import { runFolder } from '../../../src-engine/run-files/run-folder';
import { readChanges, readValidations } from '../../../src-engine/run-files/run-logs';
import { addMark, readMarks } from '../../../src-engine/run-files/run-marks';
import { temporaryFolder } from '../built-engine';

const entryAt = (update: number): Sample => ({ update, text: `words of ${update}, “quoted”` });
const lineOf = (entry: unknown) => `${JSON.stringify(entry)}\n`;
const STRANGE = [
  'null',
  '7',
  '[]',
  '"words"',
  '{}',
  '{"update":-1}',
  '{"update":1e300}',
  '{"upd',
  '\0\0\0',
  '{"update":null}',
];

test('a log torn at any byte keeps its whole lines, and the next entry is one of its own', async () => {
  const path = join(await temporaryFolder(), 'log.jsonl');
  const lines = Buffer.from([1, 2, 3].map((update) => lineOf(entryAt(update))).join(''));
  await fc.assert(
    fc.asyncProperty(fc.nat(lines.length), async (bytes) => {
      await writeFile(path, lines.subarray(0, bytes));
      const before = await readLog(path, sample);
      await appendOnce(path, entryAt(9));
      expect(await readLog(path, sample)).toEqual([...before, entryAt(9)]);
      expect((await readFile(path, 'utf8')).endsWith(lineOf(entryAt(9)))).toBe(true);
    }),
  );
});

test('a torn last line longer than one piece that is read is cut too', async () => {
  const path = join(await temporaryFolder(), 'log.jsonl');
  await writeFile(path, `${lineOf(entryAt(1))}${'x'.repeat(200_000)}`);
  const log = await openAppendLog<Sample>(path);
  log.append(entryAt(2));
  await log.close();
  expect(await readFile(path, 'utf8')).toBe(`${lineOf(entryAt(1))}${lineOf(entryAt(2))}`);
});

test.each(STRANGE)('a line %j in any log of a run is passed over', async (line) => {
  const folder = runFolder(await temporaryFolder());
  const change = { update: 3, name: 'learningRate', value: 0.001 };
  const validation = { update: 3, bytes: 1, elapsedMs: 1, bitsPerByte: 2 };
  const mark = { update: 3, kind: 'resumed' as const, from: null };
  for (const [path, entry] of [
    [folder.changesPath, change],
    [folder.validationsPath, validation],
  ] as const) {
    await writeFile(path, `${line}\n${lineOf(entry)}${line}\n`);
  }
  await addMark(folder, mark);
  await appendFile(join(folder.path, 'marks.jsonl'), `${line}\n`);
  await writeFile(folder.metricsPath, `${line}\n${line}\n`);
  expect(await readChanges(folder)).toEqual([change]);
  expect(await readValidations(folder)).toEqual([validation]);
  expect(await readMarks(folder)).toEqual([mark]);
  expect((await readCurve(folder)).metrics).toEqual([]);
});

test('a change of a setting that no run could have taken is passed over', async () => {
  const folder = runFolder(await temporaryFolder());
  const changes = [
    { update: 1, name: 'hiddenSize', value: 7 },
    { update: 1, name: 'learningRate', value: 'quick' },
    { update: 1, name: '__proto__', value: 1 },
  ];
  await writeFile(folder.changesPath, changes.map(lineOf).join(''));
  expect(await readChanges(folder)).toEqual([]);
});

test('cutting a log back sets aside what is no entry', async () => {
  const path = join(await temporaryFolder(), 'log.jsonl');
  await writeFile(path, `${lineOf(entryAt(1))}null\n${lineOf(entryAt(2))}${lineOf(entryAt(3))}`);
  await cutLogPast(path, 2);
  expect(await readFile(path, 'utf8')).toBe(`${lineOf(entryAt(1))}${lineOf(entryAt(2))}`);
  expect(await readFile(`${path}.damaged`, 'utf8')).toBe('null\n');
});
