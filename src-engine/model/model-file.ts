// A model as a file: one safetensors file with Wxh (256,H), Whh (H,H) and Who (H,256) in F32.
import { alphabetAsMetadata, alphabetFrom } from './alphabet';
import { problem } from '../problem';
import { decodeSafetensors, encodeSafetensors } from './safetensors';
import { matrixShapes, type Weights } from './weights';

const NAMES = ['Wxh', 'Whh', 'Who'] as const;

/** The weights in a file's bytes, other tensors passed over (a checkpoint is a model too); throws a `Problem` if they are no model. */
export function decodeModel(bytes: Uint8Array, fileName: string): Weights {
  const { tensors, metadata } = decodeSafetensors(bytes, fileName);
  const missing = NAMES.find((name) => !tensors[name]);
  if (missing) {
    throw problem(`"${fileName}" has no tensor ${missing}, so it is not an Unroll model. Choose another file.`);
  }
  const hiddenSize = tensors.Whh?.shape[0] ?? 0;
  const shapes = matrixShapes(hiddenSize);
  const take = (name: (typeof NAMES)[number]): Float32Array => {
    const tensor = tensors[name];
    const wanted = shapes[name].join(', ');
    if (!(tensor?.data instanceof Float32Array)) {
      throw problem(`"${fileName}" holds ${name} as ${tensor?.dtype}; Unroll reads F32. Save it as F32.`);
    }
    if (hiddenSize === 0 || tensor.shape.join(', ') !== wanted) {
      throw problem(
        `"${fileName}" holds ${name} as (${tensor.shape.join(', ')}); a model has (${wanted}). Choose another file.`,
      );
    }
    if (!tensor.data.every(Number.isFinite)) {
      throw problem(`"${fileName}" contains a value in ${name} that is not finite. Choose an earlier checkpoint.`);
    }
    return tensor.data;
  };
  // First, since the other two are measured by its H.
  const Whh = take('Whh');
  return { hiddenSize, alphabet: alphabetFrom(metadata, fileName), Wxh: take('Wxh'), Whh, Who: take('Who') };
}

export function encodeModel(weights: Weights, metadata: Record<string, string> = {}): Uint8Array {
  const shapes = matrixShapes(weights.hiddenSize);
  const tensors = NAMES.map(
    (name) => [name, { dtype: 'F32' as const, shape: shapes[name], data: weights[name] }] as const,
  );
  const all = { format: 'unroll-model', ...alphabetAsMetadata(weights.alphabet), ...metadata };
  return encodeSafetensors(Object.fromEntries(tensors), all);
}
