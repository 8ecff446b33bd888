import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../build/fresh-faults.mjs';
import { runSideBySide } from '../../build/run-parts.mjs';
import { createTestReport } from '../../build/test-report.mjs';
import { isOffline } from '../../build/unavailable.mjs';
import { countsIn } from '../../build/vitest-part.mjs';

const outcome = (state, more = {}) => ({ name: `a ${state} test`, state, ms: 1, retried: false, ...more });
const options = { exitCode: 0, slowMs: 1000, isNameChosen: false };

describe('The counts of a vitest run', () => {
  test('are those of its tests, and of files that could not be loaded', () => {
    const tests = [outcome('passed'), outcome('passed'), outcome('failed'), outcome('skipped')];
    expect(countsIn({ tests, faults: ['test/x.test.ts'] }, { ...options, exitCode: 1 })).toEqual({
      passed: 2,
      failed: 2,
      skipped: 1,
      tests: 3,
      failedNames: ['a failed test', 'test/x.test.ts'],
      remarks: [],
    });
  });

  test('hold a failure where vitest failed and no test did', () => {
    expect(countsIn({ tests: [outcome('passed')], faults: [] }, { ...options, exitCode: 1 }).failed).toBe(1);
  });

  test('leave out tests that another name was chosen before', () => {
    expect(countsIn({ tests: [outcome('skipped')], faults: [] }, { ...options, isNameChosen: true }).skipped).toBe(0);
  });

  test('come with the names of tests that were slow or retried', () => {
    const tests = [outcome('passed', { name: 'long', ms: 2400 }), outcome('passed', { name: 'twice', retried: true })];
    expect(countsIn({ tests, faults: [] }, options).remarks).toEqual([
      'slow (2 s, more than 1 s): long',
      'retried: twice',
    ]);
  });
});

describe('The report', () => {
  test('ends with its counts alone on the last line, and tells whether nothing failed', async () => {
    const lines = [];
    const report = createTestReport((line) => lines.push(line));
    await report.check('good', () => undefined);
    report.skip('left', 'a reason');
    report.remark('slow: this');
    expect(report.close()).toBe(true);
    expect(lines.at(-1)).toBe('1 passed, 0 failed, 1 skipped');
    expect(lines).toContain('↓ left [skipped: a reason]');
    expect(lines).toContain('slow: this');
    await report.check('bad', () => Promise.reject(new Error('because')));
    expect(report.close()).toBe(false);
    expect(lines.at(-1)).toBe('1 passed, 1 failed, 1 skipped');
    expect(lines.at(-2)).toBe('failed: bad');
  });
});

describe('Parts side by side', () => {
  /** A part that prints two lines with a pause between them, in which others may run. */
  const part = (name, places, seen) => ({
    name,
    places,
    run: async (report) => {
      seen.now += places;
      seen.most = Math.max(seen.most, seen.now);
      report.print(`${name} 1`);
      await Promise.resolve();
      await new Promise(setImmediate);
      report.print(`${name} 2`);
      report.pass(name, 'at once');
      seen.now -= places;
    },
  });

  test('take no more places than there are, print each whole, and count all', async () => {
    const seen = { now: 0, most: 0 };
    const lines = [];
    const report = createTestReport((line) => lines.push(line));
    await runSideBySide([part('a', 2, seen), part('b', 1, seen), part('c', 1, seen), part('d', 2, seen)], report, 3);
    expect(seen.most).toBe(3);
    expect(report.found().passed).toBe(4);
    for (const name of ['a', 'b', 'c', 'd']) expect(lines).toContain(`${name} 1\n${name} 2\n✓ ${name} (at once)`);
  });

  test('one that throws fails and holds up no other', async () => {
    const report = createTestReport(() => undefined);
    const bad = { name: 'bad', run: () => Promise.reject(new Error('because')) };
    const seen = { now: 0, most: 0 };
    await runSideBySide([bad, part('good', 1, seen)], report, 2);
    expect(report.found()).toMatchObject({ passed: 1, failed: 1, failedNames: ['bad'] });
  });

  test('one begins when it is ready, and holds no place before', async () => {
    const begun = [];
    let giveWhatItNeeds;
    const ready = new Promise((resolve) => (giveWhatItNeeds = resolve));
    const first = { name: 'first', ready, run: () => void begun.push('first') };
    const second = {
      name: 'second',
      run: async () => {
        begun.push('second');
        await new Promise(setImmediate);
        expect(begun).toEqual(['second']);
        giveWhatItNeeds();
      },
    };
    const report = createTestReport(() => undefined);
    await runSideBySide([first, second], report, 1);
    expect(begun).toEqual(['second', 'first']);
    expect(report.found().failed).toBe(0);
  });

  test('one that wants more places than there are runs alone', async () => {
    const seen = { now: 0, most: 0 };
    const report = createTestReport(() => undefined);
    await runSideBySide([part('wide', 8, seen), part('narrow', 1, seen)], report, 2);
    expect(seen.most).toBe(8);
    expect(report.found().passed).toBe(2);
  });
});

test.each([
  ['npm error code ENOTFOUND', true],
  ['W: Failed to fetch …  Temporary failure resolving …', true],
  ['sha512 is not the one that was pinned', false],
  ['E: You don’t have enough free space', false],
])('%j is for want of a connection: %s', (output, expected) => {
  expect(isOffline(Object.assign(new Error('npm ended with exit code 1.'), { output }))).toBe(expected);
});

describe('A fresh machine', () => {
  const start = 'What it writes now:\n\nCall me';
  const told = [
    'left out: desktop tests: run: sudo apt-get update && sudo apt-get install -y xvfb',
    'left out: component tests: run: the same',
    'left out: the same weights on every runtime, in part: the same',
    '↓ one [skipped: the same]',
  ];
  const result = (user, line, lines, code = 0) => ({ user, line, code, output: [...lines, ''].join('\n') });
  const green = () => [
    result('root', 'npm start', [start]),
    result('root', 'npm test', ['5 passed, 0 failed, 0 skipped']),
    result('someone', 'npm start', [start]),
    result('someone', 'npm test', [...told, '4 passed, 0 failed, 1 skipped']),
  ];

  test('is green where all is as it should be', () => {
    expect(faultsOf(green())).toEqual([]);
  });

  test.each([
    ['an exit code', 0, result('root', 'npm start', [start], 1)],
    ['a start that wrote nothing', 0, result('root', 'npm start', [''])],
    ['something skipped for root', 1, result('root', 'npm test', ['4 passed, 0 failed, 1 skipped'])],
    ['a failure', 1, result('root', 'npm test', ['4 passed, 1 failed, 0 skipped'])],
    ['no closing line', 1, result('root', 'npm test', ['5 passed, 0 failed, 0 skipped', 'and more'])],
    ['no line to run', 3, result('someone', 'npm test', [...told.slice(1), '4 passed, 0 failed, 1 skipped'])],
    ['a part that is not named', 3, result('someone', 'npm test', [told[0], told[3], '4 passed, 0 failed, 1 skipped'])],
    [
      'a test that is not named',
      3,
      result('someone', 'npm test', [...told.slice(0, 3), '4 passed, 0 failed, 1 skipped']),
    ],
    ['nothing skipped for who may not install', 3, result('someone', 'npm test', ['5 passed, 0 failed, 0 skipped'])],
    ['a test that is not counted', 3, result('someone', 'npm test', [...told, '3 passed, 0 failed, 1 skipped'])],
  ])('%s is a fault', (_, index, changed) => {
    expect(faultsOf(green().with(index, changed))).not.toEqual([]);
  });
});
