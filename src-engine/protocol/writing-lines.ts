// What a person types to say what is not to be generated, or rather: one text a line; read alike in the window and the terminal.
import * as v from 'valibot';
import { numberInSentence, problem } from '../problem';
import { forbiddenPattern } from './forbidden-lines';
import { SAMPLING_BOUNDS, samplingOptions, type RatherLine } from './writing';

const linesOf = (typed: string) => typed.split(/\r?\n/).filter((line) => line !== '');

function checked<Value>(schema: v.GenericSchema<unknown, Value>, value: unknown): Value {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw problem('There are too many lines, or one is too long: at most 500 lines of 200 characters. Shorten the list.');
}

/** Throws a `Problem` that names the line which cannot be used. */
export function neverFrom(typed: string): string[] {
  const lines = linesOf(typed);
  for (const line of lines) forbiddenPattern(line);
  return checked(samplingOptions.entries.never, lines);
}

const RATHER = /^\s*([+-]?\d+(?:\.\d+)?)\s(.+)$/u;

function ratherLine(line: string): RatherLine {
  const [, number = '', text = ''] = RATHER.exec(line) ?? [];
  const { least, most } = SAMPLING_BOUNDS.bias;
  const bias = Number(number);
  if (text !== '' && bias >= least && bias <= most) return { text, bias };
  throw problem(
    `"${line}" is no bias. Write a number from ${numberInSentence(least)} to ${numberInSentence(most)}, a space and the text: "2 whale".`,
  );
}

export const ratherFrom = (typed: string): RatherLine[] =>
  checked(samplingOptions.entries.rather, linesOf(typed).map(ratherLine));

export const ratherAsTyped = (rather: readonly RatherLine[]): string =>
  rather.map(({ text, bias }) => `${bias} ${text}`).join('\n');
