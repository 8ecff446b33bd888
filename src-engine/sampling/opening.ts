// Where a network begins to write or to be asked: at a prompt, or within a text that it continues.
import type { RandomState } from '../model/random';
import type { NetworkStream } from './stream-over';

/** What a writer has in mind after some byte of its text: enough to continue from there exactly. */
export interface Memory {
  /** s, (H) */
  state: Float32Array;
  random: RandomState;
}

export interface Opening {
  /** The text's last bytes before the first that is to be made. */
  context: Uint8Array;
  /** How many of them, at the end, the network has still to read. */
  unread: number;
  /** How many of those were themselves drawn, so that the random numbers continue where they would have. */
  drawn: number;
  /** What the network has in mind before the unread bytes; null: nothing, it begins at the zero state. */
  memory: Memory | null;
}

/** The byte before a text that begins with nothing: a text's beginning is most like that of a line. */
const LINE_END = 10;

/** Puts a network, at the zero state, where it stands before the opening's unread bytes. */
export function standAt(stream: NetworkStream, { context, memory }: Opening): void {
  if (memory) stream.recall(memory.state);
  else if (context.length === 0) stream.read(LINE_END);
}

/** At the zero state, with a prompt to read. */
export const openingAtPrompt = (prompt: Uint8Array): Opening => ({
  context: prompt,
  unread: prompt.length,
  drawn: 0,
  memory: null,
});
