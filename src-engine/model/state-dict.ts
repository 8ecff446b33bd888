// Recognises the state_dict of PyTorch's nn.RNN (or nn.RNNCell) and nn.Linear without biases, which is this network under other names, and
// says of any other network why it is none. weight_ih_l0 (H,256), weight_hh_l0 (H,H) and the output's weight (256,H) are Wxh, Whh and Who transposed.
import { problem } from '../problem';
import { quoted, type Described } from './safetensors-header';
import { BYTE_VALUES } from './shape';

/** A tensor of a recurrent module, with what its name says of it. */
interface Recurrent<T> {
  tensor: T;
  /** The module's name and a dot; nothing where it stands alone. */
  module: string;
  part: string;
  layer: string;
  isReverse: boolean;
}

interface Layer<T> {
  hiddenSize: number;
  input: T;
  recurrent: T;
}

interface Transposed<T> {
  tensor: T;
  isTransposed: true;
}

type Refuse = (what: string) => Error;

const RECURRENT = /^(.*\.)?((?:weight|bias)_(?:ih|hh|hr))(?:_l(\d+))?(_reverse)?$/s;
const BIAS = /(^|\.)bias(_[ih]h(_l\d+)?)?$/;
const MOST_NAMED = 3;

const withShape = ({ name, shape }: Described) => `${quoted(name)} (${shape.join(', ')})`;

function listed(tensors: readonly Described[]): string {
  const named = tensors.slice(0, MOST_NAMED).map(({ name }) => quoted(name));
  return tensors.length > MOST_NAMED ? `${named.join(', ')}, …` : named.join(', ');
}

function asRecurrent<T extends Described>(tensor: T): Recurrent<T>[] {
  const [whole, module = '', part = '', layer = '0', reverse] = RECURRENT.exec(tensor.name) ?? [];
  return whole === undefined ? [] : [{ tensor, module, part, layer, isReverse: reverse !== undefined }];
}

/** Its two matrices, once it is one layer of one module that reads forwards, with one row for each hidden unit. */
function layerOf<T extends Described>(cells: readonly Recurrent<T>[], refuse: Refuse): Layer<T> {
  const modules = new Set(cells.map(({ module }) => module)).size;
  if (modules > 1) throw refuse(`has ${modules} recurrent modules; a model here has one`);
  if (cells.some(({ isReverse }) => isReverse))
    throw refuse('reads its text in both directions; a model here reads forwards only');
  const layers = new Set(cells.map(({ layer }) => layer)).size;
  if (layers > 1) throw refuse(`has ${layers} recurrent layers; a model here has one`);
  const input = cells.find(({ part }) => part === 'weight_ih')?.tensor;
  const recurrent = cells.find(({ part }) => part === 'weight_hh')?.tensor;
  if (!input || !recurrent) {
    const there = listed(cells.map(({ tensor }) => tensor));
    throw refuse(`has only ${there} of a recurrent layer, which has weight_ih and weight_hh`);
  }
  const [rows = 0, hiddenSize = 0] = recurrent.shape;
  const gated = new Map([[3, 'a GRU'], [4, 'an LSTM']]).get(rows / hiddenSize); // prettier-ignore
  if (gated)
    throw refuse(`holds ${gated}, ${withShape(recurrent)}; a model here is a plain tanh network, as of nn.RNN`);
  if (recurrent.shape.length !== 2 || rows !== hiddenSize || rows === 0)
    throw refuse(`holds ${withShape(recurrent)}; a plain network has as many rows as columns`);
  if (input.shape.length !== 2 || input.shape[0] !== hiddenSize)
    throw refuse(`holds ${withShape(input)}; with ${hiddenSize} hidden units it has (${hiddenSize}, ${BYTE_VALUES})`);
  return { hiddenSize, input, recurrent };
}

/** A matrix of a module of its own, with so many columns. */
const isWeight = ({ name, shape }: Described, columns: number) =>
  /(^|\.)weight$/.test(name) && shape.length === 2 && shape[1] === columns;

/** It reads and predicts the 256 bytes, one-hot. */
function checkVocabulary({ hiddenSize, input }: Layer<Described>, rest: readonly Described[], refuse: Refuse): void {
  const inputs = input.shape[1] ?? 0;
  const embedding = inputs === BYTE_VALUES ? undefined : rest.find((tensor) => isWeight(tensor, inputs));
  const outputs = rest.find((tensor) => tensor !== embedding && isWeight(tensor, hiddenSize))?.shape[0] ?? BYTE_VALUES;
  const sizes = [embedding?.shape[0] ?? inputs, outputs];
  const other = sizes.find((size) => size !== BYTE_VALUES);
  if (other !== undefined) throw refuse(`has a vocabulary of ${other}; a model here reads and predicts the 256 bytes`);
  if (!embedding) return;
  throw refuse(
    `reads bytes through an embedding, ${withShape(embedding)}; a model here has a column of weight_ih for each byte. ` +
      'The guide’s chapter about files says how to multiply the two',
  );
}

/** The output layer's weight, once nothing else is there that would have a part in the result. */
function outputOf<T extends Described>(hiddenSize: number, rest: readonly T[], refuse: Refuse): T {
  const output = rest.find((tensor) => isWeight(tensor, hiddenSize));
  if (!output) throw refuse(`has no output layer, a weight of (${BYTE_VALUES}, ${hiddenSize})`);
  const bias = output.name.replace(/weight$/, 'bias');
  const more = rest.filter((tensor) => tensor !== output && tensor.name !== bias);
  if (more.length > 0) throw refuse(`also holds ${listed(more)}; a model here is three matrices and nothing else`);
  return output;
}

/** null where no tensor is named as PyTorch names those of a recurrent layer; throws a `Problem` where it is another network. */
export function matricesOfStateDict<T extends Described>(tensors: readonly T[], fileName: string) {
  const cells = tensors.flatMap(asRecurrent);
  if (cells.length === 0) return null;
  const refuse: Refuse = (what) => problem(`"${fileName}" ${what}. Choose another file.`);
  const { hiddenSize, input, recurrent } = layerOf(cells, refuse);
  const rest = tensors.filter(({ name }) => !RECURRENT.test(name));
  checkVocabulary({ hiddenSize, input, recurrent }, rest, refuse);
  const output = outputOf(hiddenSize, rest, refuse);
  const biases = tensors.filter(({ name }) => BIAS.test(name));
  if (biases.length > 0) {
    throw problem(
      `"${fileName}" has biases, ${listed(biases)}; a model here has none. Fold them into an input that is always there: ` +
        'those of the state into every column of weight_ih, that of the output into one more unit that is always 1. ' +
        'The guide’s chapter about files has the lines that do it.',
    );
  }
  const found = (tensor: T): Transposed<T> => ({ tensor, isTransposed: true });
  return { hiddenSize, Wxh: found(input), Whh: found(recurrent), Who: found(output) };
}
