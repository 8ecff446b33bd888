// Waits for what no event announces.
import { setTimeout as wait } from 'node:timers/promises';
import { DEADLINE_MS } from '../deadline';

const POLL_MS = 100;

/** Rejects with `what` in its sentence when `isTrue` has not become true within the time. */
export async function waitUntil(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  timeoutMs = DEADLINE_MS,
): Promise<void> {
  const deadlineMs = Date.now() + timeoutMs;
  while (!(await isTrue())) {
    if (Date.now() > deadlineMs) throw new Error(`Waited ${timeoutMs} ms in vain until ${what}.`);
    await wait(POLL_MS);
  }
}
