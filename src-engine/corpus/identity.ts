// Says whether a text is still the one a run was begun with.
import { createHash } from 'node:crypto';
import type { TextFiles } from './text-files';

/** Bytes at the beginning, in the middle and at the end that are looked at: quick for a file of any size. */
const PROBE_BYTES = 256 * 1024;

/** SHA-256, as hex, of the text's length and of three stretches of it. */
export async function fingerprint(text: TextFiles): Promise<string> {
  const hash = createHash('sha256').update(`${text.bytes}\n`);
  const length = Math.min(PROBE_BYTES, text.bytes);
  for (const offset of [0, Math.floor((text.bytes - length) / 2), text.bytes - length]) {
    const probe = new Uint8Array(length);
    await text.read(probe, offset);
    hash.update(probe);
  }
  return hash.digest('hex');
}
