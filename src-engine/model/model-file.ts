// A model as a file: one safetensors file with Wxh (256,H), Whh (H,H) and Who (H,256), written in F32.
import { problem } from '../problem';
import { alphabetAsMetadata, alphabetFrom } from './alphabet';
import { MATRIX_NAMES, findMatrices, type FoundMatrix } from './find-matrices';
import { asFloat32 } from './number-formats';
import { decodeSafetensors, encodeSafetensors, type Tensor } from './safetensors';
import { shownName, type Described } from './safetensors-header';
import { matrixShapes, transposed, type Weights } from './weights';

/** The values of a tensor, or of a piece of it, in f32; throws a `Problem` where one is NaN, infinite or too large. */
export function finiteValues({ name, dtype }: Described, data: ArrayLike<number>, fileName: string): Float32Array {
  const values = asFloat32(dtype, data);
  const odd = values.findIndex((value) => !Number.isFinite(value));
  if (odd < 0) return values;
  if (dtype === 'F64' && Number.isFinite(data[odd])) {
    throw problem(
      `"${fileName}" has ${data[odd]} in ${shownName(name)}, which is too large for F32. Choose another file.`,
    );
  }
  throw problem(
    `"${fileName}" contains a value in ${shownName(name)} that is not finite. Choose an earlier checkpoint.`,
  );
}

/** The weights in a file's bytes; throws a `Problem` if they are no model. */
export function decodeModel(bytes: Uint8Array, fileName: string): Weights {
  const { tensors, metadata } = decodeSafetensors(bytes, fileName);
  const described = Object.entries(tensors).map(([name, tensor]) => ({ name, ...tensor }));
  const { hiddenSize, Wxh, Whh, Who } = findMatrices(described, fileName);
  const take = ({ tensor, isTransposed }: FoundMatrix<Described & Tensor>): Float32Array => {
    const values = finiteValues(tensor, tensor.data as ArrayLike<number>, fileName);
    return isTransposed ? transposed(values, tensor.shape) : values;
  };
  return { hiddenSize, alphabet: alphabetFrom(metadata, fileName), Wxh: take(Wxh), Whh: take(Whh), Who: take(Who) };
}

export function encodeModel(weights: Weights, metadata: Record<string, string> = {}): Uint8Array {
  const shapes = matrixShapes(weights.hiddenSize);
  const tensors = MATRIX_NAMES.map(
    (name) => [name, { dtype: 'F32' as const, shape: shapes[name], data: weights[name] }] as const,
  );
  const all = { format: 'unroll-model', ...alphabetAsMetadata(weights.alphabet), ...metadata };
  return encodeSafetensors(Object.fromEntries(tensors), all);
}
