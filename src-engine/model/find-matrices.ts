// Finds a network's three matrices among the tensors of a file: under Unroll's own names, or in the state_dict of PyTorch's nn.RNN and nn.Linear.
import { problem } from '../problem';
import { isFloatKind } from './number-formats';
import { shownName, type Described } from './safetensors-header';
import { matricesOfStateDict } from './state-dict';
import { matrixShapes } from './weights';

export const MATRIX_NAMES = ['Wxh', 'Whh', 'Who'] as const;
export type MatrixName = (typeof MATRIX_NAMES)[number];

/** Where a matrix is found. */
export interface FoundMatrix<T extends Described> {
  tensor: T;
  /** The file has columns where the network has rows, as PyTorch has. */
  isTransposed: boolean;
}

export interface FoundMatrices<T extends Described> extends Record<MatrixName, FoundMatrix<T>> {
  hiddenSize: number;
}

function checkKinds(found: FoundMatrices<Described>, fileName: string): void {
  const odd = MATRIX_NAMES.map((name) => found[name].tensor).find(({ dtype }) => !isFloatKind(dtype));
  if (!odd) return;
  throw problem(
    `"${fileName}" holds ${shownName(odd.name)} as ${odd.dtype}; Unroll reads F32, F16, BF16 and F64. Save it as F32.`,
  );
}

/** Others are passed over: a checkpoint is a model too. */
function matricesOfModel<T extends Described>(tensors: readonly T[], fileName: string): FoundMatrices<T> {
  const take = (name: MatrixName): FoundMatrix<T> => {
    const tensor = tensors.find((each) => each.name === name);
    if (tensor) return { tensor, isTransposed: false };
    throw problem(`"${fileName}" has no tensor ${name}, so it is not an Unroll model. Choose another file.`);
  };
  const found = { Wxh: take('Wxh'), Whh: take('Whh'), Who: take('Who') };
  const hiddenSize = found.Whh.tensor.shape[0] ?? 0;
  const shapes = matrixShapes(hiddenSize);
  // Whh first, since the other two are measured by its H.
  for (const name of ['Whh', 'Wxh', 'Who'] as const) {
    const shape = found[name].tensor.shape.join(', ');
    const wanted = shapes[name].join(', ');
    if (hiddenSize > 0 && shape === wanted) continue;
    throw problem(`"${fileName}" holds ${name} as (${shape}); a model has (${wanted}). Choose another file.`);
  }
  return { hiddenSize, ...found };
}

/** Throws a `Problem` where there is no network as Unroll has them. */
export function findMatrices<T extends Described>(tensors: readonly T[], fileName: string): FoundMatrices<T> {
  const isOwn = MATRIX_NAMES.some((wanted) => tensors.some(({ name }) => name === wanted));
  const found = (isOwn ? null : matricesOfStateDict(tensors, fileName)) ?? matricesOfModel(tensors, fileName);
  checkKinds(found, fileName);
  return found;
}
