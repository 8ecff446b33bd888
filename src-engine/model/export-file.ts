// Encodes a model in the format that a file's name asks for.
import { problem } from '../problem';
import { encodeModel } from './model-file';
import { encodeOnnx } from './onnx-file';
import type { TrainingFacts } from '../protocol/network-choice';
import { factsAsMetadata } from './training-facts';
import type { Weights } from './weights';

/** FILE.onnx and FILE.safetensors, which is also what a name without an ending gets; throws a `Problem` for any other. */
export function encodeForFile(
  fileName: string,
  weights: Weights,
  name: string,
  facts: TrainingFacts | null = null,
): Uint8Array {
  const ending = /\.([^./\\]*)$/.exec(fileName)?.[1]?.toLowerCase();
  if (ending === 'onnx') return encodeOnnx(weights, name);
  if (ending === undefined || ending === 'safetensors')
    return encodeModel(weights, { name, ...factsAsMetadata(facts) });
  throw problem(
    `"${fileName}" must end in .safetensors, .onnx or .html. Choose a name with the ending of the format you want.`,
  );
}
