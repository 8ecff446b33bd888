// Reads a model from its file: the header first, then only the three matrices, a piece at a time, so that no file, whatever it is, takes
// more time or memory than a model of the greatest size.
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { openRegularFile, readFully } from '../files/regular-file';
import { readableName } from '../files/system-names';
import { settingProblem } from '../hyperparameters';
import { problem } from '../problem';
import { alphabetFrom } from './alphabet';
import { checkFinite, checkModel } from './model-file';
import { LENGTH_BYTES, decodeHeader, headerBytes, type Placed } from './safetensors-header';
import type { Weights } from './weights';

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
  placed: Placed[];
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
    const hiddenSize = checkModel(Object.fromEntries(placed.map((tensor) => [tensor.name, tensor])), fileName);
    const tooLarge = settingProblem('hiddenSize', hiddenSize);
    if (tooLarge !== null) throw problem(`"${fileName}" cannot be used. ${tooLarge}`);
    const alphabet = alphabetFrom(metadata, fileName);
    return await use({ handle, fileName, placed, dataStart, metadata, hiddenSize, alphabet });
  } finally {
    await handle.close();
  }
}

async function readMatrix({ handle, placed, dataStart, fileName }: OpenModel, name: string): Promise<Float32Array> {
  const { from, end } = placed.find((tensor) => tensor.name === name) ?? { from: 0, end: 0 };
  const values = new Float32Array((end - from) / 4);
  const bytes = new Uint8Array(values.buffer);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const piece = bytes.subarray(at, at + PIECE_BYTES);
    await fill(handle, piece, dataStart + from + at, fileName);
    checkFinite(new Float32Array(values.buffer, at, piece.length / 4), name, fileName);
  }
  return values;
}

/** The name that the file gives the model, its size and its alphabet; throws a `Problem` if it is no model's file. */
export function readModelHeader(path: string): Promise<ModelHeader> {
  return withModel(path, ({ hiddenSize, alphabet, metadata }) => ({ hiddenSize, alphabet, metadata }));
}

/** Throws a `Problem` if it is no model's file. */
export function readModelFile(path: string): Promise<Weights> {
  return withModel(path, async (model) => {
    const { hiddenSize, alphabet } = model;
    const [Wxh, Whh, Who] = [
      await readMatrix(model, 'Wxh'),
      await readMatrix(model, 'Whh'),
      await readMatrix(model, 'Who'),
    ];
    return { hiddenSize, alphabet, Wxh, Whh, Who };
  });
}
