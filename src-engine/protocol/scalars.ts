// The small shapes that messages and files are made of, each with its bounds.
import * as v from 'valibot';

/** Of a run, a model, a draft, a text or a request: also fit to be a folder's name. */
export const identifier = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/));
/** For the user to read. */
export const sentence = v.string();

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const byte = v.pipe(count, v.maxValue(255));
export interface Bounds {
  least: number;
  most: number;
}
export const within = ({ least, most }: Bounds) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));
export const countWithin = ({ least, most }: Bounds) => v.pipe(count, v.minValue(least), v.maxValue(most));

export const GREATEST_SEED = 2 ** 32 - 1;
export const seed = v.pipe(count, v.maxValue(GREATEST_SEED));

/** The compiler would take `v.instance` for one over memory that no thread shares. */
export const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
export const floats = v.custom<Float32Array>((value) => value instanceof Float32Array);

export const settingValue = v.union([v.number(), v.string()]);
/** Only the shape; `settingsProblem` says whether the values may be used. */
export const settingsRecord = v.record(v.string(), settingValue);
