// A model as a file: one safetensors file with Wxh (256,H), Whh (H,H) and Who (H,256) in F32.
import { alphabetAsMetadata, alphabetFrom } from './alphabet';
import { problem } from '../problem';
import { decodeSafetensors, encodeSafetensors, type Tensor } from './safetensors';
import { matrixShapes, type Weights } from './weights';

const NAMES = ['Wxh', 'Whh', 'Who'] as const;

/** H, once the tensors are described as a model's are, others passed over (a checkpoint is a model too); throws a `Problem` if they are not. */
export function checkModel(tensors: Record<string, Pick<Tensor, 'dtype' | 'shape'>>, fileName: string): number {
  const missing = NAMES.find((name) => !tensors[name]);
  if (missing) {
    throw problem(`"${fileName}" has no tensor ${missing}, so it is not an Unroll model. Choose another file.`);
  }
  const hiddenSize = tensors.Whh?.shape[0] ?? 0;
  const shapes = matrixShapes(hiddenSize);
  // Whh first, since the other two are measured by its H.
  for (const name of ['Whh', 'Wxh', 'Who'] as const) {
    const { dtype, shape = [] } = tensors[name] ?? {};
    const wanted = shapes[name].join(', ');
    if (dtype !== 'F32') throw problem(`"${fileName}" holds ${name} as ${dtype}; Unroll reads F32. Save it as F32.`);
    if (hiddenSize === 0 || shape.join(', ') !== wanted) {
      throw problem(
        `"${fileName}" holds ${name} as (${shape.join(', ')}); a model has (${wanted}). Choose another file.`,
      );
    }
  }
  return hiddenSize;
}

/** Throws a `Problem` where one of the values is NaN or infinite. */
export function checkFinite(values: Float32Array, name: string, fileName: string): void {
  if (values.every(Number.isFinite)) return;
  throw problem(`"${fileName}" contains a value in ${name} that is not finite. Choose an earlier checkpoint.`);
}

/** The weights in a file's bytes; throws a `Problem` if they are no model. */
export function decodeModel(bytes: Uint8Array, fileName: string): Weights {
  const { tensors, metadata } = decodeSafetensors(bytes, fileName);
  const hiddenSize = checkModel(tensors, fileName);
  const take = (name: (typeof NAMES)[number]): Float32Array => {
    const values = tensors[name]?.data as Float32Array;
    checkFinite(values, name, fileName);
    return values;
  };
  const alphabet = alphabetFrom(metadata, fileName);
  return { hiddenSize, alphabet, Wxh: take('Wxh'), Whh: take('Whh'), Who: take('Who') };
}

export function encodeModel(weights: Weights, metadata: Record<string, string> = {}): Uint8Array {
  const shapes = matrixShapes(weights.hiddenSize);
  const tensors = NAMES.map(
    (name) => [name, { dtype: 'F32' as const, shape: shapes[name], data: weights[name] }] as const,
  );
  const all = { format: 'unroll-model', ...alphabetAsMetadata(weights.alphabet), ...metadata };
  return encodeSafetensors(Object.fromEntries(tensors), all);
}
