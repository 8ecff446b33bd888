// Tests when the window says that it takes what is dragged over it.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FileDrop } from '../../../src-renderer/app/file-drop.svelte';

const event = (more: object) => ({ preventDefault: () => undefined, ...more }) as DragEvent;
const overWith = (...types: string[]) => event({ dataTransfer: { types, dropEffect: 'none', files: [] } });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('a drag that is cancelled outside of the window tells nothing, and leaves no overlay', () => {
  const drop = new FileDrop(() => undefined);
  drop.over(overWith('Files'));
  expect(drop.isOver).toBe(true);
  // Held over the window it is told again and again.
  for (let time = 0; time < 5; time++) {
    vi.advanceTimersByTime(500);
    drop.over(overWith('Files'));
  }
  expect(drop.isOver).toBe(true);
  vi.advanceTimersByTime(5000);
  expect(drop.isOver).toBe(false);
});

it('leaving an element for another one inside is not leaving; text that is dragged is none of its business', () => {
  const drop = new FileDrop(() => undefined);
  drop.over(overWith('text/plain'));
  expect(drop.isOver).toBe(false);
  drop.over(overWith('Files'));
  drop.left(event({ relatedTarget: {} }));
  expect(drop.isOver).toBe(true);
  drop.left(event({ relatedTarget: null }));
  expect(drop.isOver).toBe(false);
});
