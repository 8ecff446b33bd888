// Which texts are worth remembering: the newest, each once.

const MOST_REMEMBERED = 8;

/** The paths of each text, the newest first. */
export function withNewest(texts: readonly string[][], paths: string[]): string[][] {
  const same = (other: string[]): boolean => other.join('\n') === paths.join('\n');
  return [paths, ...texts.filter((other) => !same(other))].slice(0, MOST_REMEMBERED);
}
