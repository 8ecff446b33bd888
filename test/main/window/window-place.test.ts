// Tests where the window opens.
import { describe, expect, it } from 'vitest';
import { DEFAULT_SIZE, LEAST_SIZE, placeWindow } from '../../../src-main/window/window-place';

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 };

describe('The window', () => {
  it('opens in its default size the first time', () => {
    expect(placeWindow(null, [SCREEN])).toEqual(DEFAULT_SIZE);
  });

  it('opens where it was', () => {
    const place = { x: 100, y: 50, width: 1400, height: 900 };
    expect(placeWindow(place, [SCREEN])).toEqual(place);
  });

  it('keeps its size, but not a place on a screen that is gone', () => {
    const place = { x: 2500, y: 50, width: 1400, height: 900 };
    expect(placeWindow(place, [SCREEN])).toEqual({ width: 1400, height: 900 });
  });

  it('is never smaller than it can be used', () => {
    expect(placeWindow({ x: 0, y: 0, width: 10, height: 10 }, [SCREEN])).toMatchObject(LEAST_SIZE);
  });
});
