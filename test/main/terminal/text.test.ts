// Tests that `unroll text` prints what a run would read, and that --as-is has every command read a document's bytes instead.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { encodeModel } from '../../../src-engine/model/model-file';
import { temporaryFolder } from '../../engine/built-engine';
import { networkInBoth } from '../../engine/inspection/lens-tools';
import { runHost } from './terminal-host';

const DOCUMENTS = fileURLToPath(new URL('../../fixtures/documents/', import.meta.url));
const DOCX = join(DOCUMENTS, 'libreoffice.docx');

async function fileOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  return path;
}

describe('unroll text', () => {
  test('prints a plain text byte for byte, whatever its encoding, and says nothing', async () => {
    for (const bytes of [
      Buffer.from('naïve cafés, 日本語\r\n\n'),
      Buffer.from('Fr\xfchling, ja du bist’s\n', 'latin1'),
    ]) {
      const { code, stdout, stderr } = await runHost(['text', await fileOf('plain.txt', bytes)]);
      expect({ code, stderr, isSame: stdout.equals(bytes) }).toEqual({ code: 0, stderr: '', isSame: true });
    }
  });

  test('prints the words of documents one after another, and says of each what was left out', async () => {
    const [docx, epub] = [DOCX, join(DOCUMENTS, 'pandoc.epub')];
    const alone = [await runHost(['text', docx]), await runHost(['text', epub])];
    const both = await runHost(['text', docx, epub]);
    expect(both.code).toBe(0);
    for (const { stdout } of alone) {
      expect(stdout.length).toBeGreaterThan(200);
      expect(stdout.includes('PK\x03\x04')).toBe(false);
    }
    expect(both.stdout.equals(Buffer.concat(alone.map(({ stdout }) => stdout)))).toBe(true);
    const notices = both.stderr.trim().split('\n');
    expect(notices).toHaveLength(2);
    expect(notices[0]).toMatch(
      /^"libreoffice\.docx" is a Word document: [\d,]+ bytes of text were taken out of \d+ paragraphs\./,
    );
    expect(notices[1]).toMatch(/^"pandoc\.epub" is an EPUB book: .* chapters?\./);
  });

  test('prints exactly what a run on the same document reads', async () => {
    const run = join(await temporaryFolder(), 'run');
    const words = ['train', DOCX, '--run', run, '--updates', '2', '--hidden', '8', '--lanes', '2', '--truncation', '8'];
    expect((await runHost([...words, '--json'])).code).toBe(0);
    const { text } = JSON.parse(await readFile(join(run, 'run.json'), 'utf8')) as { text: { paths: string[] } };
    const { stdout } = await runHost(['text', DOCX]);
    expect((await readFile(text.paths[0]!)).equals(stdout)).toBe(true);
  });

  test('of what has no words it says so, with the way to read it all the same', async () => {
    const picture = await fileOf('sea.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'));
    const { code, stdout, stderr } = await runHost(['text', picture]);
    expect([code, stdout.length]).toEqual([1, 0]);
    expect(stderr).toMatch(/^"sea\.png" [^\n]* --as-is uses its bytes as they are\.\n$/);
  });
});

describe('--as-is', () => {
  test('unroll text prints the document’s own bytes', async () => {
    const { code, stdout, stderr } = await runHost(['text', DOCX, '--as-is']);
    expect({ code, stderr, isSame: stdout.equals(await readFile(DOCX)) }).toEqual({
      code: 0,
      stderr: '',
      isSame: true,
    });
  });

  test('unroll train reads them, and the run names the document itself', async () => {
    const run = join(await temporaryFolder(), 'run');
    const words = ['train', DOCX, '--as-is', '--run', run, '--updates', '2', '--hidden', '8', '--lanes', '2'];
    expect((await runHost([...words, '--truncation', '8', '--json'])).code).toBe(0);
    const { text } = JSON.parse(await readFile(join(run, 'run.json'), 'utf8')) as {
      text: { paths: string[]; bytes: number };
    };
    expect(text).toMatchObject({ paths: [DOCX], bytes: (await readFile(DOCX)).length });
  });

  test('unroll evaluate measures them', async () => {
    const model = await fileOf('net.safetensors', encodeModel(networkInBoth(4, 1, 0.3).weights));
    const bytesOf = async (words: string[]) => {
      const { stdout } = await runHost(['evaluate', model, DOCX, '--json', ...words]);
      return (JSON.parse(stdout.toString()) as { bytes: number }).bytes;
    };
    const [inside, whole] = [await bytesOf([]), await bytesOf(['--as-is'])];
    expect(whole).toBe((await readFile(DOCX)).length - 1);
    expect(inside).toBe((await runHost(['text', DOCX])).stdout.length - 1);
  });
});
