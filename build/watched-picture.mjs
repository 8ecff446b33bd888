// Follows what a display without a screen shows, through the file that its server keeps it in.
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Of so many pixels one is compared. */
const EVERY = 8;
const PIXEL_BYTES = 4;
/** As much may still change where a picture stands: a figure or two. */
const STILL = 0.01;

function differences(one, other) {
  let count = 0;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) count += 1;
  return count;
}

/** `folder` is what the server was given with -fbdir. */
export function watchPicture(folder) {
  const [name] = readdirSync(folder);
  const file = openSync(join(folder, name), 'r');
  const words = Math.floor(fstatSync(file).size / PIXEL_BYTES);
  const all = new Uint32Array(words);
  const look = () => {
    readSync(file, all, 0, words * PIXEL_BYTES, 0);
    return Uint32Array.from({ length: Math.floor(words / EVERY) }, (_, index) => all[index * EVERY]);
  };
  const seen = [{ picture: look(), note: null }];
  return {
    /** Remembers what is shown, with `note()`, where it is not what was shown before. */
    look(note) {
      const picture = look();
      if (differences(picture, seen.at(-1).picture) > 0) seen.push({ picture, note: note() });
    },
    /** The note of the moment from which on the picture hardly changed any more. */
    stoodSince() {
      const last = seen.at(-1).picture;
      const moves = seen.findLastIndex(({ picture }) => differences(picture, last) > last.length * STILL);
      return seen[moves + 1]?.note ?? null;
    },
    close: () => closeSync(file),
  };
}
