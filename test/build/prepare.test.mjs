import { describe, expect, test } from 'vitest';
import { NEEDS, inOrder, prepare } from '../../build/prepare.mjs';
import { createTestReport } from '../../build/test-report.mjs';
import { PARTS } from '../../build/parts.mjs';
import { unavailable } from '../../build/unavailable.mjs';

const need = (after, provide) => ({ title: 'it is here', after, provide });

describe('What the parts need', () => {
  test('is known, and comes after what itself needs', () => {
    for (const { needs, wants = [] } of PARTS) {
      const ordered = inOrder([...needs, ...wants]);
      for (const name of ordered) {
        for (const before of NEEDS[name].after) expect(ordered.indexOf(before)).toBeLessThan(ordered.indexOf(name));
      }
    }
  });

  test('of Electron is nothing before its libraries', () => {
    const before = inOrder(['electron']);
    expect(before).toContain('libraries');
    for (const name of ['scriptElectron', 'production', 'test'])
      expect(inOrder([name])).toEqual(expect.arrayContaining(before));
  });

  test('is provided once, after and with what it needs', async () => {
    const done = [];
    const does = (name, value) => {
      done.push(name);
      return value;
    };
    const needs = {
      a: need([], () => does('a', 1)),
      b: need(['a'], ({ a }) => does('b', a + 1)),
      c: need(['a', 'b'], ({ a, b }) => does('c', a + b)),
    };
    const report = createTestReport(() => undefined);
    const { values, reasonAgainst, settled } = prepare(['c', 'b'], report, {}, needs);
    await settled(['c', 'b']);
    expect(done).toEqual(['a', 'b', 'c']);
    expect(values).toEqual({ a: 1, b: 2, c: 3 });
    expect(reasonAgainst(['c'])).toBeNull();
    expect(report.found()).toMatchObject({ passed: 3, failed: 0, skipped: 0 });
  });
});

describe('What the user would have to install', () => {
  const needs = {
    libraries: need([], () => {
      throw unavailable('run: install it');
    }),
    electron: need(['libraries'], () => expect.unreachable('it must not be tried')),
    other: need([], () => 'fine'),
  };

  test('is the reason against all that needs it, is skipped and is no failure', async () => {
    const report = createTestReport(() => undefined);
    const { reasonAgainst, settled } = prepare(['electron', 'other'], report, {}, needs);
    await settled(['electron', 'other']);
    expect(reasonAgainst(['electron'])).toBe('run: install it');
    expect(reasonAgainst(['other'])).toBeNull();
    expect(report.found()).toMatchObject({ passed: 1, failed: 0, skipped: 2 });
  });
});

test('what breaks is a failure, and what needs it is skipped', async () => {
  const report = createTestReport(() => undefined);
  const needs = { build: need([], () => Promise.reject(new Error('no space'))), package: need(['build'], () => 1) };
  const { reasonAgainst, settled } = prepare(['package'], report, {}, needs);
  await settled(['package']);
  expect(reasonAgainst(['package'])).toContain('failed');
  expect(report.found()).toMatchObject({ passed: 0, failed: 1, skipped: 1 });
});
