// Tests that what nobody holds any more goes at the latest a minute later, however little a process does.
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { freeUnusedMemoryNowAndThen } from '../../src-engine/unused-memory';

afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

test('garbage goes within a minute, and what is held stays', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const held = { name: 'held' };
  const [dropped, kept] = [new WeakRef({ name: 'dropped' }), new WeakRef(held)];
  freeUnusedMemoryNowAndThen();
  await turn();
  expect(dropped.deref()?.name).toBe('dropped');
  await turn();
  vi.advanceTimersByTime(60_000);
  await turn();
  await turn();
  expect([dropped.deref(), kept.deref()]).toEqual([undefined, held]);
});
