// Reads the header of a safetensors file, and says where each tensor lies: before any data is read, so that a hostile file costs little.
import * as v from 'valibot';
import { problem } from '../problem';

export const KINDS = {
  F64: Float64Array,
  F32: Float32Array,
  I64: BigInt64Array,
  U64: BigUint64Array,
  I32: Int32Array,
  U32: Uint32Array,
  I16: Int16Array,
  U16: Uint16Array,
  F16: Uint16Array,
  BF16: Uint16Array,
  I8: Int8Array,
  U8: Uint8Array,
  F8_E4M3: Uint8Array,
  F8_E5M2: Uint8Array,
  BOOL: Uint8Array,
} as const;

export type DType = keyof typeof KINDS;

export const LENGTH_BYTES = 8;
/** The format allows 100 MB, which took 26 s to parse; a model's header has a few hundred bytes, one of thousands of tensors less than this. */
const MOST_HEADER_BYTES = 2 ** 21;
/** As in NumPy; keeps what is said of a shape short. */
const MOST_DIMENSIONS = 64;
/** Characters of a hostile file's names that a sentence repeats. */
const MOST_NAME_CHARACTERS = 60;

const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const entrySchema = v.object({
  dtype: v.picklist(Object.keys(KINDS) as DType[]),
  shape: v.pipe(v.array(index), v.maxLength(MOST_DIMENSIONS)),
  data_offsets: v.strictTuple([index, index]),
});
const metadataSchema = v.record(v.string(), v.string());

/** What a header says a tensor is. */
export interface Described {
  name: string;
  dtype: DType;
  shape: number[];
}

/** Where it lies in the data. */
export interface Placed extends Described {
  from: number;
  end: number;
}

export interface SafetensorsHeader {
  placed: Placed[];
  metadata: Record<string, string>;
}

/** Makes the error for a file in which `what` is wrong. */
type Damaged = (what: string) => Error;

/** Members of the outermost object and of the objects in it, as the text has them: each has one colon outside strings. */
function membersInText(json: string): number {
  let members = 0;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === ':' && depth <= 2) members += 1;
  }
  return members;
}

/** The same members once parsed, where of two with one name only the last is left. */
function membersParsed(header: Record<string, unknown>): number {
  const inner = Object.values(header).filter((value) => typeof value === 'object' && !Array.isArray(value));
  return inner.reduce<number>((sum, value) => sum + Object.keys(value ?? {}).length, Object.keys(header).length);
}

function parseHeader(bytes: Uint8Array, damaged: Damaged): Record<string, unknown> {
  // The format's own rule; without it a byte order mark or an array would pass.
  if (bytes[0] !== 0x7b) throw damaged('its header is not a JSON object');
  let json: string;
  let header: Record<string, unknown>;
  try {
    json = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    header = JSON.parse(json) as Record<string, unknown>;
  } catch {
    throw damaged('its header is not a JSON object');
  }
  if (membersInText(json) !== membersParsed(header)) throw damaged('its header has the same name twice');
  return header;
}

/** `fileName` is what the sentence names. */
const damagedFile =
  (fileName: string): Damaged =>
  (what) =>
    problem(`"${fileName}" is not a complete safetensors file: ${what}. Choose another file.`);

/** How the files of torch.save begin, now and before 1.6; read as a length either is far more than the most. */
const PICKLED = ['504b0304', '80028a0a'];

/** UTF-8 without control characters, perhaps cut within a character. */
function isText(beginning: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: true });
    return !/[^\P{Cc}\t\n\r]/u.test(text);
  } catch {
    return false;
  }
}

/** The header's bytes, as the file's first eight say; throws a `Problem` where a file of `fileBytes` cannot have as many. */
export function headerBytes(beginning: Uint8Array, fileBytes: number, fileName: string): number {
  const damaged = damagedFile(fileName);
  if (PICKLED.includes(Buffer.from(beginning.subarray(0, 4)).toString('hex'))) {
    throw problem(
      `"${fileName}" is an archive as torch.save writes it, which can run programs, so it is not opened. ` +
        'Save the state_dict with the safetensors package, then choose that file.',
    );
  }
  if (fileBytes < LENGTH_BYTES) throw damaged(`it has only ${fileBytes} bytes`);
  const length = new DataView(beginning.buffer, beginning.byteOffset, beginning.byteLength).getBigUint64(0, true);
  const most = Math.min(MOST_HEADER_BYTES, fileBytes - LENGTH_BYTES);
  if (length > BigInt(most) && isText(beginning)) {
    throw problem(`"${fileName}" is no safetensors file; it looks like a text. Choose a .safetensors file.`);
  }
  if (length > BigInt(most)) throw damaged(`its header should have ${length} bytes, but at most ${most} are possible`);
  return Number(length);
}

/** A name that may come from anywhere, as a sentence shows it. */
export const quoted = (name: string) =>
  JSON.stringify(name.length > MOST_NAME_CHARACTERS ? `${name.slice(0, MOST_NAME_CHARACTERS)}…` : name);

/** A plain name as it is. */
export const shownName = (name: string) => (/^[\w.]{1,60}$/.test(name) ? name : quoted(name));

function placeOf(name: string, facts: unknown, dataBytes: number, damaged: Damaged): Placed {
  const entry = v.safeParse(entrySchema, facts);
  if (!entry.success) throw damaged(`its tensor ${quoted(name)} is not described as the format requires`);
  const { dtype, shape, data_offsets: offsets } = entry.output;
  const [from, end] = offsets;
  const count = shape.reduce((product, size) => product * size, 1);
  const fits = Number.isSafeInteger(count) && count * KINDS[dtype].BYTES_PER_ELEMENT === end - from;
  if (!fits || end > dataBytes) throw damaged(`its tensor ${quoted(name)} is not where its header says`);
  return { name, dtype, shape, from, end };
}

/** The tensors' bytes lie one after another, without overlap or gap, to the file's end. */
function checkCoverage(placed: readonly Placed[], dataBytes: number, damaged: Damaged): void {
  let covered = 0;
  for (const { name, from, end } of placed.toSorted((a, b) => a.from - b.from || a.end - b.end)) {
    if (from !== covered) throw damaged(`its tensor ${quoted(name)} overlaps another or leaves a gap`);
    covered = end;
  }
  if (covered !== dataBytes) throw damaged('it has bytes that belong to no tensor');
}

/** What the header's bytes describe, checked against the bytes of data that follow; throws a `Problem` where they do not agree. */
export function decodeHeader(bytes: Uint8Array, dataBytes: number, fileName: string): SafetensorsHeader {
  const damaged = damagedFile(fileName);
  const { __metadata__: stored = {}, ...described } = parseHeader(bytes, damaged);
  const metadata = v.safeParse(metadataSchema, stored);
  if (!metadata.success) throw damaged('its metadata is not text');
  const placed = Object.entries(described).map(([name, facts]) => placeOf(name, facts, dataBytes, damaged));
  // Before anything is copied: many tensors over the same bytes would otherwise ask for any amount of memory.
  checkCoverage(placed, dataBytes, damaged);
  return { placed, metadata: metadata.output };
}
