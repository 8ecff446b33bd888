import { expect, test, vi } from 'vitest';
import { Tour } from '../../../src-renderer/tour/tour.svelte';
import { TOUR_STEPS } from '../../../src-renderer/tour/tour-steps';

test('it has four steps, goes forward and back, and ends after the last', () => {
  const left = vi.fn();
  const tour = new Tour(left);
  tour.begin();
  expect(TOUR_STEPS).toHaveLength(4);
  tour.back();
  expect(tour.number).toBe(1);
  for (let step = 2; step <= 4; step++) {
    tour.next();
    expect(tour.number).toBe(step);
  }
  tour.back();
  expect(tour.number).toBe(3);
  tour.next();
  expect(left).not.toHaveBeenCalled();
  tour.next();
  expect(tour.step).toBeNull();
  expect(left).toHaveBeenCalledOnce();
});

test('it comes by itself once, without the keys, and not while it was asked for', () => {
  const tour = new Tour(vi.fn());
  tour.comeByItself();
  expect([tour.number, tour.wasAskedFor]).toEqual([1, false]);
  tour.leave();
  tour.comeByItself();
  expect(tour.step).toBeNull();
  tour.begin();
  expect([tour.step, tour.wasAskedFor]).toEqual([TOUR_STEPS[0], true]);
});

test('one that came by itself stands aside for whoever begins, and does not come again; one that was asked for stays', () => {
  const left = vi.fn();
  const tour = new Tour(left);
  tour.comeByItself();
  tour.standAside();
  expect([tour.step, left.mock.calls.length]).toEqual([null, 1]);
  tour.comeByItself();
  expect(tour.step).toBeNull();
  tour.begin();
  tour.standAside();
  expect(tour.step).toEqual(TOUR_STEPS[0]);
});
