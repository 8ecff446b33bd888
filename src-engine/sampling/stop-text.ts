// Notices when a text has been written, however its bytes arrive (Knuth, Morris and Pratt).

/** True for the byte that completes the wanted ones; never when none are wanted. */
export type StopMatcher = (byte: number) => boolean;

export function createStopMatcher(wanted: Uint8Array): StopMatcher {
  if (wanted.length === 0) return () => false;
  // borders[i]: how many of the first bytes of `wanted` also end its first i + 1.
  const borders = new Uint32Array(wanted.length);
  const matchedAfter = (matched: number, byte: number) => {
    while (matched > 0 && wanted[matched] !== byte) matched = borders[matched - 1] ?? 0;
    return wanted[matched] === byte ? matched + 1 : matched;
  };
  for (let index = 1; index < wanted.length; index++) {
    borders[index] = matchedAfter(borders[index - 1] ?? 0, wanted[index] ?? 0);
  }
  let matched = 0;
  return (byte) => {
    matched = matchedAfter(matched, byte);
    if (matched < wanted.length) return false;
    matched = borders[matched - 1] ?? 0;
    return true;
  };
}
