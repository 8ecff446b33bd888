// Has V8 free what nobody uses any more. It does not count shared memories, however large they are, so those of closed runs and of
// networks that have written would stay until it has other reasons to look: tens of megabytes, with large networks gigabytes.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** V8's own, of the thread; null where it cannot be asked. */
function collector(): (() => void) | null {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext("typeof gc === 'function' ? gc : null");
  return typeof collect === 'function' ? () => void collect() : null;
}

const collect = collector();

/** Of this thread, once the work under way no longer holds it: a few milliseconds. */
export function freeUnusedMemory(): void {
  if (collect) setImmediate(collect);
}
