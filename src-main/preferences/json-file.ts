// A small file of values that is remembered between two starts: a value that is wrong in it gives way to its default, and a change is
// written whole or not at all. It is read before the first window opens, so it is nothing but the standard library and what is there anyway.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import writeFileAtomic from 'write-file-atomic';

/** Takes whatever the file holds: each entry has a fallback. */
type ValuesSchema<Values> = v.GenericSchema<unknown, Values>;

function readValues<Values>(path: string, schema: ValuesSchema<Values>): Values {
  try {
    return v.parse(schema, JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // There is none yet, or it is no such file.
    return v.parse(schema, {});
  }
}

export class JsonFile<Values extends object> {
  #values: Values;
  readonly #path: string;
  readonly #listeners: { key: keyof Values; changed: () => void }[] = [];

  constructor(path: string, schema: ValuesSchema<Values>) {
    this.#path = path;
    this.#values = readValues(path, schema);
  }

  get values(): Readonly<Values> {
    return this.#values;
  }

  get<Key extends keyof Values>(key: Key): Values[Key] {
    return this.#values[key];
  }

  set<Key extends keyof Values>(key: Key, value: Values[Key]): void {
    this.assign({ [key]: value } as unknown as Partial<Values>);
  }

  /** Throws where it cannot be written; the values hold until the program ends all the same. */
  assign(change: { [Key in keyof Values]?: Values[Key] | undefined }): void {
    const before = this.#values;
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    this.#values = { ...before, ...(Object.fromEntries(given) as Partial<Values>) };
    for (const { key, changed } of this.#listeners) if (before[key] !== this.#values[key]) changed();
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileAtomic.sync(this.#path, `${JSON.stringify(this.#values, undefined, '\t')}\n`);
  }

  onDidChange(key: keyof Values, changed: () => void): void {
    this.#listeners.push({ key, changed });
  }
}
