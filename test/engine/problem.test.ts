// Messages write numbers in the system's format, and name files without their folders.
import fc from 'fast-check';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants } from 'node:os';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { settingProblem } from '../../src-engine/hyperparameters';
import { detailOf, numberInSentence, problem, sentenceOf } from '../../src-engine/problem';

function inLocale(locale: string): void {
  vi.stubEnv('UNROLL_LOCALE', locale);
  onTestFinished(() => void vi.unstubAllEnvs());
}

it('groups and decimals are those of the locale', () => {
  inLocale('de-DE');
  expect([2049, 0.002].map(numberInSentence)).toEqual(['2.049', '0,002']);
});

it('without one they are English, and small numbers keep their digits', () => {
  inLocale('en');
  expect([2049, 1e-7].map(numberInSentence)).toEqual(['2,049', '0.0000001']);
});

it('a setting out of range is refused in the same writing', () => {
  inLocale('de-DE');
  expect(settingProblem('hiddenSize', 5000)).toContain('1 to 4.096');
});

describe('the sentence for an error', () => {
  /** Names of folders that no sentence has by itself. */
  const folder = fc.stringMatching(/^[A-Z0-9]{2} ?[a-z0-9]{6}$/).map((name) => `~${name}`);
  const place = fc.record({
    root: fc.constantFrom('/', 'C:\\', '\\\\server\\', 'file:///'),
    folders: fc.array(folder, { minLength: 1, maxLength: 4 }),
    file: fc.constantFrom('run.json', 'a text.txt', 'metrics.jsonl'),
  });
  const pathTo = ({ root, folders, file }: { root: string; folders: string[]; file: string }) =>
    root + [...folders, file].join(root.includes('\\') ? '\\' : '/');
  const namesNoFolder = (sentence: string, folders: string[]) => {
    expect(sentence).not.toMatch(/[\\/]/);
    for (const name of folders) expect(sentence).not.toContain(name);
  };

  it('names the file and no folder, whatever the system refused', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(...Object.keys(constants.errno)), (where, code) => {
        const path = pathTo(where);
        const message = `${code}: it could not be, open '${path}'`;
        const sentence = sentenceOf(Object.assign(new Error(message), { code, syscall: 'open', path }));
        namesNoFolder(sentence, where.folders);
        expect(sentence).toContain(`"${where.file}"`);
        expect(sentence).not.toMatch(/unexpected/i);
        namesNoFolder(sentenceOf(Object.assign(new Error(message), { code, syscall: 'write' })), where.folders);
      }),
    );
  });

  it('names no folder of a path that any other error tells of, wherever it stands', () => {
    fc.assert(
      fc.property(place, fc.constantFrom('', '"', "'", '('), (where, quote) => {
        const error = new Error(`Nothing could be loaded from ${quote}${pathTo(where)}, which is odd\n  at once`);
        for (const said of [detailOf(error), sentenceOf(error)]) {
          namesNoFolder(said, where.folders);
          expect(said).toContain('Nothing could be loaded from');
        }
      }),
    );
  });

  it('is the system’s for what really happens to files', async () => {
    const file = join(import.meta.dirname, 'problem.test.ts');
    const codes = [
      open(join(file, 'inside')),
      open(join(import.meta.dirname, 'missing')),
      writeFile(import.meta.dirname, ''),
      open(join(import.meta.dirname, 'x'.repeat(5000))),
    ].map((failing) => failing.then(() => 'nothing failed', sentenceOf));
    const sentences = await Promise.all(codes);
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/[\\/]|[Uu]nexpected|nothing failed/);
      expect(sentence.length).toBeGreaterThan(20);
    }
    expect(sentences[1]).toBe('"missing" was not found. Check the name, or choose it again.');
  });

  it('has one full stop after what an unexpected error says', () => {
    for (const said of ['x is undefined', 'x is undefined.'])
      expect(sentenceOf(new Error(said))).toBe(
        'Unexpected error: x is undefined. Try again; report it if it persists.',
      );
  });

  it('is a problem’s own', () => {
    expect(sentenceOf(problem('Choose one of a/b.'))).toBe('Choose one of a/b.');
  });

  it('goes with the whole error into the log, in the engine’s processes only', () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => log.mockRestore());
    const error = Object.assign(new Error("EIO: read '/home/x'"), { code: 'EIO', path: '/home/x' });
    sentenceOf(error);
    expect(log).not.toHaveBeenCalled();
    vi.stubEnv('UNROLL_LOG_ERRORS', '1');
    onTestFinished(() => void vi.unstubAllEnvs());
    sentenceOf(error);
    detailOf(new Error('other'));
    expect(log.mock.calls).toEqual([[error], [new Error('other')]]);
  });
});

it('a sentence that quotes more than can be read quotes its beginning', () => {
  const { message } = problem(`There is no setting "${'a'.repeat(5000)}". Choose one of "${'b'.repeat(255)}".`);
  expect(message).toBe(`There is no setting "${'a'.repeat(60)}…". Choose one of "${'b'.repeat(255)}".`);
});

it('memory that cannot be had is told as that', () => {
  const refusal = (() => {
    try {
      return new ArrayBuffer(2 ** 53 - 1);
    } catch (error) {
      return error;
    }
  })();
  expect(sentenceOf(refusal)).toMatch(/^There is not enough free memory\. .+\.$/);
});
