import { describe, expect, test } from 'vitest';
import { chooseTests, mayHold, partOf, productsFor, readArguments } from '../../build/choose-tests.mjs';

const SOURCES = {
  'test/engine/a.test.ts': "describe('Reading a number', () => { test('takes the plain form', () => 1); });",
  'test/desktop/b.test.ts': "test('opens a window titled Unroll', () => 1);",
  'test/components/c.test.ts': 'test.each([1])(`asks for ${kind} by the button`, () => 1);',
};
const FILES = Object.keys(SOURCES);
const choose = (...words) => chooseTests(readArguments(words), FILES, (file) => SOURCES[file]);

describe('The words after npm test --', () => {
  test('none mean everything', () => {
    expect(choose()).toBeNull();
    expect(choose('unit')).toBeNull();
  });

  test('a piece of a path means the files that have it, each in its part', () => {
    expect(choose('test/engine/a.test.ts')).toEqual({ unit: ['test/engine/a.test.ts'] });
    expect(choose('.test.ts')).toEqual({
      unit: ['test/engine/a.test.ts'],
      desktop: ['test/desktop/b.test.ts'],
      components: ['test/components/c.test.ts'],
    });
  });

  test('a part’s name keeps to its files', () => {
    expect(choose('desktop', '.test.ts', '--bail=1')).toEqual({ desktop: ['test/desktop/b.test.ts', '--bail=1'] });
  });

  test('a piece of a test’s name means the files that may hold it, as vitest prints it or without its groups', () => {
    expect(choose('-t', 'plain form')).toEqual({ unit: ['test/engine/a.test.ts', '-t', 'plain form'] });
    expect(choose('-t', 'Reading a number > takes the plain form')).toEqual({
      unit: ['test/engine/a.test.ts', '-t', 'Reading a number takes the plain form'],
    });
  });

  test('signs in a name count as themselves', () => {
    expect(choose('b.test', '-t', 'is it (so)?')).toEqual({
      desktop: ['test/desktop/b.test.ts', '-t', 'is it \\(so\\)\\?'],
    });
  });

  test('what no test has is said', () => {
    expect(() => choose('nowhere')).toThrow('No test file has “nowhere” in its path.');
    expect(() => choose('-t', 'never heard of')).toThrow('No test is called “never heard of”.');
  });

  test('the times are a whole number', () => {
    expect(readArguments(['desktop', '--times', '10']).times).toBe(10);
    expect(() => readArguments(['desktop', '--times', 'x'])).toThrow('--times');
  });
});

describe('A source', () => {
  test.each([
    ["test('simple title', f)", 'simple'],
    ['test.each(rows)("reads %s of a file", f)', 'reads 12 of a file'],
    ['test.each([[1], [2]])(`asks for ${kind} by the button`, f)', 'asks for png by the button'],
    ["test('it’s \\'quoted\\'', f)", "'quoted'"],
  ])('%j may hold a test called %j', (source, name) => {
    expect(mayHold(source, name)).toBe(true);
  });

  test('holds none by a name that only a comment has', () => {
    expect(mayHold("// simple title\ntest('another', f)", 'simple title')).toBe(false);
  });
});

test('the folder decides which part a file belongs to', () => {
  expect(partOf('test/desktop/opens.test.ts')).toBe('desktop');
  expect(partOf('test/components/dialog.test.ts')).toBe('components');
  expect(partOf('test/engine/model/random.test.ts')).toBe('unit');
  expect(partOf('test/architecture.test.ts')).toBe('unit');
});

describe('Before a chosen unit test', () => {
  test('nothing is built where it reads nothing of out', () => {
    expect(productsFor(['test/engine/model/random.test.ts'])).toEqual([]);
  });

  test('what it or its helper reads is built', () => {
    expect(productsFor(['test/engine/kernels/product.test.ts'])).toEqual(['kernels']);
    expect(productsFor(['test/main/terminal/terminal.test.ts'])).toEqual(
      expect.arrayContaining(['kernels', 'programs']),
    );
  });
});
