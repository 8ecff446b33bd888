// Runs the parts of `npm test` side by side, as many as the processors carry; shows what each printed whole, when it ends.
import { availableParallelism } from 'node:os';
import { createTestReport } from './test-report.mjs';

/** What drives windows mostly waits, so there are two places more than processors. */
const PLACES = availableParallelism() + 2;

/**
 * A part is `{ name, places = 1, ready, run(report) }` and begins when `ready`, where it has that, has resolved; one that wants more
 * places than there are runs alone.
 */
export async function runSideBySide(parts, report, places = PLACES) {
  const waiting = [...parts];
  let free = places;

  async function runOne(part, taken) {
    const lines = [];
    const own = createTestReport((line) => lines.push(line), { inTerminal: false });
    try {
      await own.timed(part.name, () => part.run(own));
    } catch (error) {
      own.fail(part.name, error);
    }
    report.print(lines.join('\n'));
    report.add(own.found());
    free += taken;
  }

  const begins = new Set(parts.filter(({ ready }) => !ready));
  for (const part of parts) part.ready?.then(() => begins.add(part));
  const running = new Set();
  while (waiting.length > 0 || running.size > 0) {
    for (const part of [...waiting]) {
      if (!begins.has(part)) continue;
      const taken = Math.min(part.places ?? 1, places);
      if (taken > free) continue;
      waiting.splice(waiting.indexOf(part), 1);
      free -= taken;
      const run = runOne(part, taken).finally(() => running.delete(run));
      running.add(run);
    }
    const later = waiting.filter((part) => !begins.has(part)).map(({ ready }) => ready);
    await Promise.race([...running, ...later]);
  }
}
