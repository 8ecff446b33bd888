import { expect, test } from 'vitest';
import { factsAsMetadata, factsFrom } from '../../../src-engine/model/training-facts';

test.each([
  { text: 'Faust.txt', updates: 4000, bitsPerByte: 2.125 },
  { text: 'Faust.txt', updates: 0, bitsPerByte: null },
])('what a file says of its training is read back as it was written: %o', (facts) => {
  expect(factsFrom(factsAsMetadata(facts))).toEqual(facts);
});

test.each<[string, Record<string, string>]>([
  ['nothing', {}],
  ['no text', { updates: '5' }],
  ['a text with a name of a thousand letters', { text: 'a'.repeat(1000), updates: '5' }],
  ['half an update', { text: 'a', updates: '0.5' }],
  ['fewer updates than none', { text: 'a', updates: '-1' }],
])('a file that says %s says nothing', (_, metadata) => {
  expect(factsFrom(metadata)).toBeNull();
});

test.each(['NaN', 'Infinity', '-1', 'much'])('%s bits/byte are not measured ones', (said) => {
  expect(factsFrom({ text: 'a', updates: '5', held_out_bits_per_byte: said })).toEqual({
    text: 'a',
    updates: 5,
    bitsPerByte: null,
  });
});
