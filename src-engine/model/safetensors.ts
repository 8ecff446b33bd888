// Reads and writes safetensors: 8 bytes little-endian header length │ JSON header │ the tensors' data. A door for hostile files.
import * as v from 'valibot';
import { problem } from '../problem';

const KINDS = {
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
type TensorData =
  | Float64Array
  | Float32Array
  | BigInt64Array
  | BigUint64Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

export interface Tensor {
  dtype: DType;
  shape: number[];
  /** Row-major; the bits of F16, BF16 and F8 as they are. */
  data: TensorData;
}

export interface SafetensorsFile {
  tensors: Record<string, Tensor>;
  metadata: Record<string, string>;
}

const LENGTH_BYTES = 8;
/** The format's own bound on the header. */
const MOST_HEADER_BYTES = 100_000_000;
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

/** Where a tensor lies in the data. */
interface Placed {
  name: string;
  dtype: DType;
  shape: number[];
  from: number;
  end: number;
}

/** Makes the error for a file in which `what` is wrong. */
type Damaged = (what: string) => Error;

/** The file's bytes; tensors in the order given, the header padded so that the data begins at a multiple of 8. */
export function encodeSafetensors(tensors: Record<string, Tensor>, metadata: Record<string, string> = {}): Uint8Array {
  // The widest first, so that each tensor begins at a multiple of its element's size.
  const ordered = Object.entries(tensors).sort(([, a], [, b]) => b.data.BYTES_PER_ELEMENT - a.data.BYTES_PER_ELEMENT);
  let offset = 0;
  const entries = ordered.map(([name, { dtype, shape, data }]) => {
    const entry = { dtype, shape, data_offsets: [offset, offset + data.byteLength] };
    offset += data.byteLength;
    return [name, entry] as const;
  });
  const json = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  const plain = new TextEncoder().encode(json);
  const headerBytes = Math.ceil(plain.length / 8) * 8;
  const file = new Uint8Array(LENGTH_BYTES + headerBytes + offset);
  new DataView(file.buffer).setBigUint64(0, BigInt(headerBytes), true);
  file.fill(0x20, LENGTH_BYTES, LENGTH_BYTES + headerBytes);
  file.set(plain, LENGTH_BYTES);
  let at = LENGTH_BYTES + headerBytes;
  for (const [, { data }] of ordered) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return file;
}

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

function headerOf(bytes: Uint8Array, damaged: Damaged): { header: Record<string, unknown>; data: Uint8Array } {
  if (bytes.length < LENGTH_BYTES) throw damaged(`it has only ${bytes.length} bytes`);
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true);
  const most = Math.min(MOST_HEADER_BYTES, bytes.length - LENGTH_BYTES);
  if (length > BigInt(most)) throw damaged(`its header should have ${length} bytes, but at most ${most} are possible`);
  const dataStart = LENGTH_BYTES + Number(length);
  return { header: parseHeader(bytes.subarray(LENGTH_BYTES, dataStart), damaged), data: bytes.subarray(dataStart) };
}

const quoted = (name: string) =>
  JSON.stringify(name.length > MOST_NAME_CHARACTERS ? `${name.slice(0, MOST_NAME_CHARACTERS)}…` : name);

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

/** `fileName` is what the sentence names when the bytes are no whole safetensors file. */
export function decodeSafetensors(bytes: Uint8Array, fileName: string): SafetensorsFile {
  const damaged = (what: string) =>
    problem(`"${fileName}" is not a complete safetensors file: ${what}. Choose another file.`);
  const { header, data } = headerOf(bytes, damaged);
  const { __metadata__: stored = {}, ...described } = header;
  const metadata = v.safeParse(metadataSchema, stored);
  if (!metadata.success) throw damaged('its metadata is not text');
  const placed = Object.entries(described).map(([name, facts]) => placeOf(name, facts, data.length, damaged));
  // Before anything is copied: many tensors over the same bytes would otherwise ask for any amount of memory.
  checkCoverage(placed, data.length, damaged);
  const tensors = placed.map(({ name, dtype, shape, from, end }) => {
    // A copy is aligned whatever the offset (and `slice` of a Buffer would be none).
    const own = new Uint8Array(data.subarray(from, end)).buffer;
    return [name, { dtype, shape, data: new KINDS[dtype](own) }] as const;
  });
  return { tensors: Object.fromEntries(tensors), metadata: metadata.output };
}
