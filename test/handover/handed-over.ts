// What the tests of a handover begin with: the terminal's program, small settings, and a text worth learning.
import { expect } from 'vitest';
import { exampleText } from '../engine/built-engine';
import { runHost } from '../main/terminal/terminal-host';

export const SMALL = ['--hidden', '32', '--lanes', '6', '--truncation', '16', '--json'];
export const OFTEN = ['--checkpoint-every', '20', '--validation-every', '100'];

/** What the program prints; it has to succeed. */
export async function host(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await runHost(words);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.toString();
}

/** Words in an order without a pattern, so that no gradient is all rounding. */
export function variedText(bytes: number): Uint8Array {
  const words = Buffer.from(exampleText(4000)).toString().split(' ');
  let [text, at] = ['', 1];
  while (text.length < bytes) {
    at = (at * 48_271) % 2_147_483_647;
    text += `${words[at % words.length]}${at % 11 === 0 ? '.\n' : ' '}`;
  }
  return Buffer.from(text).subarray(0, bytes);
}
