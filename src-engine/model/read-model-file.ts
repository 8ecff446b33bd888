// Reads a model from its file: the header first, then only the three matrices, a piece at a time, so that no file, whatever it is, takes
// more time or memory than a model of the greatest size.
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { openRegularFile, readFully } from '../files/regular-file';
import { readableName } from '../files/system-names';
import { settingProblem } from '../hyperparameters';
import { problem } from '../problem';
import { alphabetFrom } from './alphabet';
import { findMatrices, type FoundMatrices, type FoundMatrix } from './find-matrices';
import { finiteValues } from './model-file';
import { KINDS, LENGTH_BYTES, decodeHeader, headerBytes, type Placed } from './safetensors-header';
import { transposed, type Weights } from './weights';

const PIECE_BYTES = 2 ** 22;

/** What a model's header says. */
export interface ModelHeader {
  hiddenSize: number;
  alphabet: Uint8Array | null;
  metadata: Record<string, string>;
}

interface OpenModel extends ModelHeader {
  handle: FileHandle;
  /** What the sentences name. */
  fileName: string;
  found: FoundMatrices<Placed>;
  dataStart: number;
}

async function fill(handle: FileHandle, into: Uint8Array, position: number, fileName: string): Promise<void> {
  if (await readFully(handle, into, position)) return;
  throw problem(`"${fileName}" became shorter while it was read. Try again.`);
}

async function withModel<T>(path: string, use: (model: OpenModel) => T | Promise<T>): Promise<T> {
  const fileName = readableName(basename(path));
  const { handle, facts } = await openRegularFile(path, 'Choose a .safetensors file.');
  try {
    const beginning = new Uint8Array(Math.min(LENGTH_BYTES, facts.size));
    await fill(handle, beginning, 0, fileName);
    const header = new Uint8Array(headerBytes(beginning, facts.size, fileName));
    await fill(handle, header, LENGTH_BYTES, fileName);
    const dataStart = LENGTH_BYTES + header.length;
    const { placed, metadata } = decodeHeader(header, facts.size - dataStart, fileName);
    const found = findMatrices(placed, fileName);
    const { hiddenSize } = found;
    const tooLarge = settingProblem('hiddenSize', hiddenSize);
    if (tooLarge !== null) throw problem(`"${fileName}" cannot be used. ${tooLarge}`);
    const alphabet = alphabetFrom(metadata, fileName);
    return await use({ handle, fileName, found, dataStart, metadata, hiddenSize, alphabet });
  } finally {
    await handle.close();
  }
}

async function readMatrix(
  { handle, dataStart, fileName }: OpenModel,
  { tensor, isTransposed }: FoundMatrix<Placed>,
): Promise<Float32Array> {
  const { from, end, dtype, shape } = tensor;
  const Kind = KINDS[dtype];
  const values = new Float32Array((end - from) / Kind.BYTES_PER_ELEMENT);
  const room = new ArrayBuffer(Math.min(PIECE_BYTES, end - from));
  for (let at = 0; at < end - from; at += PIECE_BYTES) {
    const piece = new Uint8Array(room, 0, Math.min(PIECE_BYTES, end - from - at));
    await fill(handle, piece, dataStart + from + at, fileName);
    const data = new Kind(room, 0, piece.length / Kind.BYTES_PER_ELEMENT) as ArrayLike<number>;
    values.set(finiteValues(tensor, data, fileName), at / Kind.BYTES_PER_ELEMENT);
  }
  return isTransposed ? transposed(values, shape) : values;
}

/** The name that the file gives the model, its size and its alphabet; throws a `Problem` if it is no model's file. */
export function readModelHeader(path: string): Promise<ModelHeader> {
  return withModel(path, ({ hiddenSize, alphabet, metadata }) => ({ hiddenSize, alphabet, metadata }));
}

/** Throws a `Problem` if it is no model's file. */
export function readModelFile(path: string): Promise<Weights> {
  return withModel(path, async (model) => {
    const { hiddenSize, alphabet, found } = model;
    const Wxh = await readMatrix(model, found.Wxh);
    const Whh = await readMatrix(model, found.Whh);
    const Who = await readMatrix(model, found.Who);
    return { hiddenSize, alphabet, Wxh, Whh, Who };
  });
}
