// Zoom goes step by step, up and down the same way, and no further than it may.
import { expect, it } from 'vitest';
import { nextZoomPercent } from '../../../src-main/window/zoom';

it('100 % in goes to 110 %, and out again to 100 %', () => {
  expect(nextZoomPercent(100, 'in')).toBe(110);
  expect(nextZoomPercent(110, 'out')).toBe(100);
});

it('200 % is one of the steps, and reset leads back to 100 % from anywhere', () => {
  const steps = [100];
  for (let step = 0; step < 20; step += 1) steps.push(nextZoomPercent(steps.at(-1)!, 'in'));
  expect(steps).toContain(200);
  expect(nextZoomPercent(200, 'reset')).toBe(100);
});

it('at either end it stays where it is', () => {
  for (const direction of ['in', 'out'] as const) {
    let percent = 100;
    for (let step = 0; step < 50; step += 1) percent = nextZoomPercent(percent, direction);
    expect(nextZoomPercent(percent, direction)).toBe(percent);
  }
});

it('from between two steps it goes to the next one', () => {
  expect(nextZoomPercent(105, 'in')).toBe(110);
  expect(nextZoomPercent(105, 'out')).toBe(100);
});
