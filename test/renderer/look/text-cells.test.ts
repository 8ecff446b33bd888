import { expect, test } from 'vitest';
import { byteName, cellsOf } from '../../../src-renderer/look/byte-cells';
import { byteBeside, rowOf, textRows } from '../../../src-renderer/look/text-rows';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const shown = (bytes: Uint8Array, encoding = 'utf-8') => cellsOf(bytes, encoding).map(({ text }) => text);
const rowsOf = (text: string, across: number) => textRows(cellsOf(bytesOf(text), 'utf-8'), across);

test('a character stands in the cell of its first byte; spaces and line ends are marks', () => {
  expect(shown(bytesOf('a é\n'))).toEqual(['a', '␣', 'é', '·', '↵']);
  expect(cellsOf(bytesOf('€'), 'utf-8').map(({ isMark }) => isMark)).toEqual([false, true, true]);
});

test('bytes of no character are shown as what they are', () => {
  expect(shown(Uint8Array.of(0xff, 0x41, 0xe2, 0x82, 0x00))).toEqual(['FF', 'A', 'E2', '82', '00']);
  expect(byteName(0x20, 'utf-8')).toBe('space');
  expect(byteName(0xc3, 'utf-8')).toBe('byte C3');
});

test('a byte means what it means in the encoding of the text', () => {
  expect(shown(Uint8Array.of(0x63, 0x61, 0x66, 0xe9), 'windows-1252')).toEqual(['c', 'a', 'f', 'é']);
  expect(byteName(0xe9, 'windows-1252')).toBe('é');
  expect(byteName(0xe9, 'windows-1251')).toBe('й');
  expect(shown(Uint8Array.of(0x93, 0xfa, 0x0a), 'shift_jis')).toEqual(['日', '·', '↵']);
  expect(shown(Uint8Array.of(0x41, 0, 0x0a, 0), 'utf-16le')).toEqual(['A', '·', '↵', '·']);
});

test('a line ends after the last byte of its line end, whatever the encoding', () => {
  expect(textRows(cellsOf(Uint8Array.of(0x41, 0, 0x0a, 0, 0x42, 0), 'utf-16le'), 9)).toEqual([
    { first: 0, count: 4 },
    { first: 4, count: 2 },
  ]);
  expect(rowsOf('a\r\nb', 9)).toEqual([
    { first: 0, count: 3 },
    { first: 3, count: 1 },
  ]);
});

test('a row ends with a line end, or where the window does', () => {
  const rows = rowsOf('abcdef\ng\n\nh', 4);
  expect(rows).toEqual([
    { first: 0, count: 4 },
    { first: 4, count: 3 },
    { first: 7, count: 2 },
    { first: 9, count: 1 },
    { first: 10, count: 1 },
  ]);
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(11);
});

test('up and down keep the column as far as a row reaches, and stay at the ends', () => {
  const rows = rowsOf('abcdef\ng\n\nh', 10);
  expect(rowOf(rows, 7)).toBe(1);
  expect(byteBeside(rows, 5, 1)).toBe(8);
  expect(byteBeside(rows, 8, -1)).toBe(1);
  expect(byteBeside(rows, 2, -1)).toBe(2);
  expect(byteBeside(rows, 10, 1)).toBe(10);
});
