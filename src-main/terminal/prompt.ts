// What a network reads before it writes: words of the command line, or the bytes of a file or of standard input, of any kind and number.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { whatItIs } from '../../src-engine/files/regular-file';
import { problem } from '../../src-engine/problem';
import { encodeText } from '../../src-engine/sampling/text-encoding';
import { usageProblem } from './usage';

export interface PromptOptions {
  prompt?: string;
  /** `-` is standard input. */
  promptFile?: string;
}

async function allOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The prompt in the encoding of the network's text; a file's bytes as they are. */
export async function readPrompt({ prompt, promptFile }: PromptOptions, encoding: string): Promise<Uint8Array> {
  if (promptFile === undefined) return encodeText(prompt ?? '', encoding);
  if (prompt !== undefined) throw usageProblem('--prompt and --prompt-file both give a prompt. Use only one.');
  if (promptFile === '-') return allOf(process.stdin);
  const facts = await stat(promptFile);
  // A pipe is what a shell's <(…) is.
  if (!facts.isFile() && !facts.isFIFO()) {
    throw problem(`"${basename(promptFile)}" is ${whatItIs(facts)}. Choose a file, or - for standard input.`);
  }
  return allOf(createReadStream(promptFile));
}
