// Encodes a model in the format that a file's name asks for.
import { problem } from '../problem';
import { encodeModel } from './model-file';
import { encodeOnnx } from './onnx-file';
import type { Weights } from './weights';

/** FILE.onnx and FILE.safetensors, which is also what a name without an ending gets; throws a `Problem` for any other. */
export function encodeForFile(fileName: string, weights: Weights, name: string): Uint8Array {
  const ending = /\.([^./\\]*)$/.exec(fileName)?.[1]?.toLowerCase();
  if (ending === 'onnx') return encodeOnnx(weights, name);
  if (ending === undefined || ending === 'safetensors') return encodeModel(weights, { name });
  throw problem(
    `"${fileName}" must end in .safetensors or .onnx. Choose a name with the ending of the format you want.`,
  );
}
