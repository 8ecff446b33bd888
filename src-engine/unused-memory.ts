// Has V8 free what nobody uses any more, which it seldom does by itself where a heap hardly grows. It does not count shared memories,
// however large they are, so those of closed runs and of networks that have written would stay: tens of megabytes, with large
// networks gigabytes. And what little a quiet process leaves behind at every message comes to ten megabytes an hour.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Of a small heap it takes 20 to 50 ms. */
const COLLECT_EVERY_MS = 60_000;
/** Gives the room back to the system too: otherwise V8 keeps as much as there ever was. Older ones know only the plain way. */
const THOROUGH = { type: 'major', execution: 'sync', flavor: 'last-resort' };

type Collect = (how?: typeof THOROUGH) => void;

/** V8's own, of the thread, asked for when it is first wanted; it does nothing where V8 has none to give. */
function createCollector(): Collect {
  let own: Collect | null = null;
  return (how) => {
    setFlagsFromString('--expose-gc');
    own ??= runInNewContext("typeof gc === 'function' ? gc : () => undefined") as Collect;
    own();
    if (how) own(how);
  };
}

const collect = createCollector();

/** Of this thread, once the work under way no longer holds it. */
export function freeUnusedMemory(): void {
  setImmediate(collect);
}

/** Of this thread, for as long as it lives. */
export function freeUnusedMemoryNowAndThen(): void {
  setInterval(() => collect(THOROUGH), COLLECT_EVERY_MS).unref();
}
