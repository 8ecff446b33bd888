import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitDefaults, fitSettings } from '../../../src-engine/corpus/fit-settings';
import { createLaneReader } from '../../../src-engine/corpus/lane-reader';
import { layLanes, mostLanes, validationBytes } from '../../../src-engine/corpus/lanes';
import type { TextFiles } from '../../../src-engine/corpus/text-files';
import { settingsProblem, stepsPerUpdate } from '../../../src-engine/hyperparameters';
import { exampleText } from '../built-engine';

/** A text in memory that counts what is read of it. */
function textOf(bytes: Uint8Array): TextFiles {
  return {
    name: 'text',
    names: ['text'],
    paths: [],
    bytes: bytes.length,
    innerMarks: 0,
    read: (into, offset) => {
      if (offset + into.length > bytes.length) throw new Error('read past the end');
      into.set(bytes.subarray(offset, offset + into.length));
      return Promise.resolve();
    },
    placeOf: (at) => ({ file: 'text', at }),
    close: () => Promise.resolve(),
  };
}

describe('lanes', () => {
  test('lane b reads text[b·L … (b+1)·L], and the feed holds it time by time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 500 }),
        fc.nat(),
        async (lanes, steps, spare, chosen) => {
          const bytes = exampleText(lanes * steps + 1 + spare);
          const laid = layLanes('text', bytes.length, lanes, steps);
          expect(laid.laneBytes).toBe(Math.floor((bytes.length - 1) / lanes));
          const first = chosen % laid.updatesPerEpoch;
          const updates = 1 + (chosen % (laid.updatesPerEpoch - first));
          const feed = new Uint8Array(updates * (steps + 1) * lanes);
          await createLaneReader(textOf(bytes), laid).fill(feed, first, updates);
          for (let update = 0; update < updates; update++) {
            for (let step = 0; step <= steps; step++) {
              for (let lane = 0; lane < lanes; lane++) {
                const at = lane * laid.laneBytes + (first + update) * steps + step;
                expect(feed[(update * (steps + 1) + step) * lanes + lane]).toBe(bytes[at]);
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a text too short says how many bytes it has, how many are needed and how many lanes would do', () => {
    expect(() => layLanes('poem.txt', 400, 32, 64)).toThrow(
      '"poem.txt" has 400 bytes to train on; 32 lanes of 64 need 2,049. Choose at most 6 lanes.',
    );
    expect(mostLanes(400, 64)).toBe(6);
    expect(() => layLanes('poem.txt', 400, 6, 64)).not.toThrow();
    expect(() => layLanes('one.txt', 1, 1, 1)).toThrow('at least 2');
    expect(() => layLanes('short.txt', 30, 1, 64)).toThrow('Choose a truncation of at most 29');
  });

  test('the defaults fit a text of any length from 3 bytes on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 10_000_000 }), (bytes) => {
        const settings = fitDefaults(bytes);
        expect(settingsProblem(settings)).toBeNull();
        const held = validationBytes(bytes, settings.validationShare);
        expect(() => layLanes('text', bytes - held, settings.lanes, stepsPerUpdate(settings))).not.toThrow();
      }),
    );
  });

  test('lanes that were chosen are never changed', () => {
    expect(fitSettings({ lanes: 32 }, 2000).lanes).toBe(32);
    expect(fitSettings({}, 2000).lanes).toBe(7);
    expect(fitSettings({}, 10_000_000).lanes).toBe(32);
  });
});
