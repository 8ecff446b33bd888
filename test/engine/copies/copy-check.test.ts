// Tests a check for copies as the engine has it done: in a thread, over the files of a text, with what surrounds each stretch.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCopies } from '../../../src-engine/copies/copy-check';
import { temporaryFolder } from '../built-engine';

const WORKER = new URL('../../../out/main/copies-worker-main.js', import.meta.url);
/** Bytes that do not repeat. */
const text = (seed: number, bytes: number) =>
  Buffer.from(
    Array.from({ length: bytes }, (_, index) => 97 + ((Math.imul(index + 7919 * seed, 0x9e3779b1) >>> 16) % 23)),
  );

async function twoFiles(): Promise<string[]> {
  const folder = await temporaryFolder();
  const paths = [join(folder, 'one.txt'), join(folder, 'two.txt')];
  await writeFile(paths[0]!, text(3, 3000));
  await writeFile(paths[1]!, text(5, 3000));
  return paths;
}

test('each stretch is told with its file, its place there and what comes around it; a prompt does not count', async () => {
  const paths = await twoFiles();
  const draft = Buffer.concat([
    text(3, 3000).subarray(100, 160),
    Buffer.from('0123456789'),
    text(5, 3000).subarray(2000, 2040),
  ]);
  const between = Buffer.from('\n');
  const shares: number[] = [];
  const order = { draft: { bytes: draft, promptBytes: 60, least: 20 }, paths, between };
  const report = (await checkCopies(WORKER, order, (share) => shares.push(share)).ended)!;
  expect(report).toMatchObject({
    textName: 'one.txt and 1 more',
    textBytes: 6001,
    checkedBytes: 110,
    generatedBytes: 50,
    copiedBytes: 40,
    longestBytes: 40,
    allCopies: 1,
  });
  expect(report.copies[0]).toEqual({
    from: 70,
    bytes: 40,
    file: 'two.txt',
    at: 2000,
    before: new Uint8Array(text(5, 3000).subarray(1920, 2000)),
    after: new Uint8Array(text(5, 3000).subarray(2040, 2120)),
  });
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

test('it can be stopped, and a text that is gone is a sentence', async () => {
  const paths = await twoFiles();
  const draft = { bytes: text(3, 2_000_000), promptBytes: 0, least: 20 };
  const check = checkCopies(WORKER, { draft, paths, between: new Uint8Array() }, () => undefined);
  check.stop();
  expect(await check.ended).toBeNull();
  const lost = checkCopies(WORKER, { draft, paths: [`${paths[0]!}x`], between: new Uint8Array() }, () => undefined);
  await expect(lost.ended).rejects.toThrow('"one.txtx" was not found.');
});
