// Reads and writes safetensors: 8 bytes little-endian header length │ JSON header │ the tensors' data. A door for hostile files.
import { KINDS, LENGTH_BYTES, decodeHeader, headerBytes, type DType } from './safetensors-header';

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
  const paddedBytes = Math.ceil(plain.length / 8) * 8;
  const file = new Uint8Array(LENGTH_BYTES + paddedBytes + offset);
  new DataView(file.buffer).setBigUint64(0, BigInt(paddedBytes), true);
  file.fill(0x20, LENGTH_BYTES, LENGTH_BYTES + paddedBytes);
  file.set(plain, LENGTH_BYTES);
  let at = LENGTH_BYTES + paddedBytes;
  for (const [, { data }] of ordered) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return file;
}

/** `fileName` is what the sentence names when the bytes are no whole safetensors file. */
export function decodeSafetensors(bytes: Uint8Array, fileName: string): SafetensorsFile {
  const dataStart = LENGTH_BYTES + headerBytes(bytes, bytes.length, fileName);
  const data = bytes.subarray(dataStart);
  const { placed, metadata } = decodeHeader(bytes.subarray(LENGTH_BYTES, dataStart), data.length, fileName);
  const tensors = placed.map(({ name, dtype, shape, from, end }) => {
    // A copy is aligned whatever the offset (and `slice` of a Buffer would be none).
    const own = new Uint8Array(data.subarray(from, end)).buffer;
    return [name, { dtype, shape, data: new KINDS[dtype](own) }] as const;
  });
  return { tensors: Object.fromEntries(tensors), metadata };
}
