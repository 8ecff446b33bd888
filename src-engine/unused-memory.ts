// Has V8 free what nobody uses any more, which it seldom does by itself where a heap hardly grows. It does not count shared memories,
// however large they are, so those of closed runs and of networks that have written would stay: tens of megabytes, with large
// networks gigabytes. And what little a quiet process leaves behind at every message comes to ten megabytes an hour.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Of a small heap it takes some milliseconds. */
const COLLECT_EVERY_MS = 60_000;

/** V8's own, of the thread, asked for when it is first wanted; it does nothing where V8 has none to give. */
function createCollector(): () => void {
  let own: (() => void) | null = null;
  return () => {
    setFlagsFromString('--expose-gc');
    own ??= runInNewContext("typeof gc === 'function' ? gc : () => undefined") as () => void;
    own();
  };
}

const collect = createCollector();

/** Of this thread, once the work under way no longer holds it. */
export function freeUnusedMemory(): void {
  setImmediate(collect);
}

/** Of this thread, for as long as it lives. */
export function freeUnusedMemoryNowAndThen(): void {
  setInterval(freeUnusedMemory, COLLECT_EVERY_MS).unref();
}
