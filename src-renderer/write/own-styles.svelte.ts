// The person's own styles of writing, kept by the window from one start to the next.
import * as v from 'valibot';
import { samplingOptions, type SamplingOptions } from '../../src-engine/protocol/writing';
import {
  STYLE_OPTIONS,
  WRITING_STYLES,
  styleOf,
  type NamedStyle,
  type WritingStyle,
} from '../../src-engine/protocol/writing-styles';

const KEY = 'writing-styles';
const stored = v.array(v.object({ name: v.string(), style: v.pick(samplingOptions, [...STYLE_OPTIONS]) }));
const inOrder = (one: string, other: string): number => one.localeCompare(other, undefined, { numeric: true });

function read(): NamedStyle[] {
  try {
    const found = v.parse(stored, JSON.parse(localStorage.getItem(KEY) ?? '[]'));
    return found.map((style) => ({ ...style, help: '' }));
  } catch {
    return [];
  }
}

const isSame = (a: WritingStyle, b: WritingStyle): boolean => STYLE_OPTIONS.every((name) => a[name] === b[name]);

export class OwnStyles {
  own = $state.raw(read());

  get all(): readonly NamedStyle[] {
    return [...WRITING_STYLES, ...this.own];
  }

  /** The style that the options agree with; null where they agree with none. */
  matching(options: SamplingOptions): NamedStyle | null {
    return this.all.find(({ style }) => isSame(style, options)) ?? null;
  }

  isOwn(name: string): boolean {
    return this.own.some((style) => style.name === name);
  }

  /** The problem with a name, as a message; null when it may be used. */
  nameProblem(name: string): string | null {
    const wanted = name.trim();
    if (wanted === '') return 'Enter a name.';
    return this.all.some((style) => style.name === wanted)
      ? `A style named "${wanted}" already exists. Choose another name.`
      : null;
  }

  save(name: string, options: SamplingOptions): void {
    this.#keep([...this.own, { name: name.trim(), help: '', style: styleOf(options) }]);
  }

  remove(name: string): void {
    this.#keep(this.own.filter((style) => style.name !== name));
  }

  #keep(styles: NamedStyle[]): void {
    this.own = styles.toSorted((a, b) => inOrder(a.name, b.name));
    localStorage.setItem(KEY, JSON.stringify(this.own.map(({ name, style }) => ({ name, style }))));
  }
}
