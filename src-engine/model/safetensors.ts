// Reads and writes safetensors: 8 bytes little-endian header length │ JSON header │ the tensors' data. A door for hostile files.
import * as v from 'valibot';
import { problem } from '../problem';

const KINDS = {
  F64: Float64Array,
  F32: Float32Array,
  I64: BigInt64Array,
  I32: Int32Array,
  U32: Uint32Array,
  I16: Int16Array,
  U16: Uint16Array,
  F16: Uint16Array,
  BF16: Uint16Array,
  I8: Int8Array,
  U8: Uint8Array,
  BOOL: Uint8Array,
} as const;

export type DType = keyof typeof KINDS;
type TensorData =
  | Float64Array
  | Float32Array
  | BigInt64Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

export interface Tensor {
  dtype: DType;
  shape: number[];
  /** Row-major; the bits of F16 and BF16 as they are. */
  data: TensorData;
}

export interface SafetensorsFile {
  tensors: Record<string, Tensor>;
  metadata: Record<string, string>;
}

const LENGTH_BYTES = 8;
/** The format's own bound on the header. */
const MOST_HEADER_BYTES = 100_000_000;

const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const entrySchema = v.object({
  dtype: v.picklist(Object.keys(KINDS) as DType[]),
  shape: v.array(index),
  data_offsets: v.tuple([index, index]),
});
const metadataSchema = v.record(v.string(), v.string());

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

function headerOf(
  bytes: Uint8Array,
  damaged: (what: string) => Error,
): { header: Record<string, unknown>; dataStart: number } {
  if (bytes.length < LENGTH_BYTES) throw damaged(`it has only ${bytes.length} bytes`);
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true);
  if (length > BigInt(Math.min(MOST_HEADER_BYTES, bytes.length - LENGTH_BYTES))) {
    throw damaged(`its header of ${length} bytes is longer than the file`);
  }
  const dataStart = LENGTH_BYTES + Number(length);
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(LENGTH_BYTES, dataStart)));
  } catch {
    throw damaged('its header is not JSON');
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header))
    throw damaged('its header is not an object');
  return { header: header as Record<string, unknown>, dataStart };
}

function tensorFrom(
  name: string,
  facts: unknown,
  data: Uint8Array,
  damaged: (what: string) => Error,
): { tensor: Tensor; from: number; end: number } {
  const entry = v.safeParse(entrySchema, facts);
  if (!entry.success) throw damaged(`its tensor "${name}" is not described as the format asks`);
  const { dtype, shape, data_offsets: [from, end] } = entry.output; // prettier-ignore
  const Kind = KINDS[dtype];
  const count = shape.reduce((product, size) => product * size, 1);
  if (
    end < from ||
    end > data.length ||
    !Number.isSafeInteger(count) ||
    count * Kind.BYTES_PER_ELEMENT !== end - from
  ) {
    throw damaged(`its tensor "${name}" does not lie where its header says`);
  }
  // A copy is aligned whatever the offset (and `slice` of a Buffer would be none).
  return { tensor: { dtype, shape, data: new Kind(new Uint8Array(data.subarray(from, end)).buffer) }, from, end };
}

/** `fileName` is what the sentence names when the bytes are no whole safetensors file. */
export function decodeSafetensors(bytes: Uint8Array, fileName: string): SafetensorsFile {
  const damaged = (what: string) =>
    problem(`"${fileName}" is not a whole safetensors file: ${what}. Choose another file.`);
  const { header, dataStart } = headerOf(bytes, damaged);
  const { __metadata__: stored = {}, ...rest } = header;
  const metadata = v.safeParse(metadataSchema, stored);
  if (!metadata.success) throw damaged('its metadata is not text');
  const data = bytes.subarray(dataStart);
  const found = Object.entries(rest).map(([name, facts]) => ({ name, ...tensorFrom(name, facts, data, damaged) }));
  let covered = 0;
  for (const { name, from, end } of [...found].sort((a, b) => a.from - b.from || a.end - b.end)) {
    if (from !== covered) throw damaged(`its tensor "${name}" overlaps another or leaves a gap`);
    covered = end;
  }
  if (covered !== data.length) throw damaged('it has bytes that belong to no tensor');
  return { tensors: Object.fromEntries(found.map(({ name, tensor }) => [name, tensor])), metadata: metadata.output };
}
