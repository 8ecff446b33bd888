// Compares a run that was handed over and came back with the same run that stayed: its updates' losses, its weights, what its lanes remember.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { decodeSafetensors } from '../../src-engine/model/safetensors';
import { worstShare } from '../fixtures/golden';

interface Point {
  update: number;
  lossNats: number;
}

const linesOf = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/** The losses of updates that have a point of their own. */
function lossesOf(run: string): Map<number, number> {
  const points = linesOf<Point>(join(run, 'metrics.jsonl'));
  const own = points.filter(({ update }, at) => update - (points[at - 1]?.update ?? 0) === 1);
  return new Map(own.map(({ update, lossNats }) => [update, lossNats]));
}

const checkpointOf = (run: string, update: number) => {
  const path = join(run, 'checkpoints', `${update}.safetensors`);
  return decodeSafetensors(readFileSync(path), path);
};

/** `least`: of how many updates both have to know the loss. */
export function expectSameRun(run: string, stayed: string, update: number, least: number): void {
  const [found, wanted] = [lossesOf(run), lossesOf(stayed)];
  const both = [...found.keys()].filter((each) => wanted.has(each));
  expect(both.length).toBeGreaterThanOrEqual(least);
  const gaps = both.map((each) => Math.abs((found.get(each) ?? NaN) - (wanted.get(each) ?? NaN)));
  expect(Math.max(...gaps)).toBeLessThan(1e-5);

  const [ours, theirs] = [checkpointOf(run, update), checkpointOf(stayed, update)];
  expect(Object.keys(ours.tensors).sort()).toEqual(Object.keys(theirs.tensors).sort());
  expect(ours.metadata.restarts).toBe(theirs.metadata.restarts);
  for (const [name, { dtype, data }] of Object.entries(theirs.tensors)) {
    const mine = ours.tensors[name]?.data as ArrayLike<number>;
    const share = worstShare(mine, data as ArrayLike<number>);
    if (dtype === 'F32') expect(share, name).toBeLessThan(1e-4);
    else expect(Array.from(mine), name).toEqual(Array.from(data as ArrayLike<number>));
  }
  const validations = (of: string) => linesOf<{ bitsPerByte: number }>(join(of, 'validations.jsonl'));
  expect(validations(run)).toHaveLength(validations(stayed).length);
  for (const [at, { bitsPerByte }] of validations(stayed).entries()) {
    expect(Math.abs((validations(run)[at]?.bitsPerByte ?? NaN) - bitsPerByte)).toBeLessThan(1e-5);
  }
}
