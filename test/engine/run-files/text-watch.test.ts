// A text that changes under a run is noticed, wherever it changes, and nothing else is taken for a change.
import { appendFile, open, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fileFacts } from '../../../src-engine/corpus/full-checksum';
import type { RunRecord } from '../../../src-engine/run-files/run-folder';
import { watchText } from '../../../src-engine/run-files/text-watch';
import { exampleText, smallSettings, temporaryFolder } from '../built-engine';

/** Long enough that a change between the stretches of the quick fingerprint is not in them. */
const BYTES = 2_000_000;
const BETWEEN_STRETCHES = 500_000;

async function watched() {
  const path = join(await temporaryFolder(), 'text.txt');
  await writeFile(path, exampleText(BYTES));
  const known = { name: 'text.txt', paths: [path], bytes: BYTES, checksum: null, encoding: 'utf-8' };
  const text = { ...known, facts: await fileFacts([path]) };
  const record = { text, settings: smallSettings() } as Partial<RunRecord> as RunRecord;
  const told: string[] = [];
  const watch = () => {
    const watching = watchText(record, ({ sentence }) => told.push(sentence), 10);
    onTestFinished(() => watching.close());
    return watching;
  };
  const isKnown = async () => expect.poll(() => record.text.checksum).toMatch(/^[0-9a-f]{64}$/);
  return { path, record, told, watch, isKnown };
}

async function changeMiddle(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.write('another word', BETWEEN_STRETCHES);
  await file.close();
}

test('a change in the middle is told once, while the run trains', async () => {
  const { path, told, watch, isKnown } = await watched();
  watch();
  await isKnown();
  await changeMiddle(path);
  await expect.poll(() => told).toEqual([expect.stringContaining('"text.txt" has changed since the run started')]);
});

test('so is one from while the run rested', async () => {
  const { path, told, watch, isKnown } = await watched();
  const first = watch();
  await isKnown();
  await first.close();
  await changeMiddle(path);
  watch();
  await expect.poll(() => told.length).toBe(1);
});

test('so is one before the checksum was known', async () => {
  const { path, told, watch } = await watched();
  await changeMiddle(path);
  watch();
  await expect.poll(() => told.length).toBe(1);
});

test('a text that is gone is told, and a copy of it in its place is no change', async () => {
  const { path, told, watch, isKnown, record } = await watched();
  watch();
  await isKnown();
  await rm(path);
  await expect.poll(() => told).toEqual([expect.stringContaining('has been moved or deleted')]);
  await writeFile(`${path}-copy`, exampleText(BYTES));
  await rename(`${path}-copy`, path);
  const facts = await fileFacts([path]);
  await expect.poll(() => record.text.facts).toBe(facts);
  expect(told.length).toBe(1);
});

test('new times alone are no change', async () => {
  const { path, told, watch, isKnown, record } = await watched();
  watch();
  await isKnown();
  await utimes(path, new Date(0), new Date(0));
  const facts = await fileFacts([path]);
  await expect.poll(() => record.text.facts).toBe(facts);
  expect(told).toEqual([]);
});

test('a run of an earlier version takes its text as it is', async () => {
  const { path, told, watch, isKnown, record } = await watched();
  record.text.facts = null;
  await appendFile(path, '');
  watch();
  await isKnown();
  expect(told).toEqual([]);
});

test('closing does not wait for a long text to be read', async () => {
  const { record, watch } = await watched();
  await watch().close();
  expect(record.text.checksum).toBeNull();
});
