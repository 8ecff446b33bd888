// A model for other runtimes: one step of the network as an ONNX graph, byte and state in, probabilities and state out.
import { unpredictedBytes } from './alphabet';
import { bytesField, integerField, joined, messageField, textField } from './onnx-protobuf';
import { BYTE_VALUES } from './shape';
import { matrixShapes, type Weights } from './weights';

/** ONNX 1.8 (2020): the oldest pair in which Softmax is what it is today; every runtime since reads it. */
const IR_VERSION = 7;
const OPSET = 13;

/** TensorProto.DataType. */
const FLOAT = 1;
const INT64 = 7;

/** AttributeProto.AttributeType. */
const INT_ATTRIBUTE = 2;

/** The first dimension of inputs and outputs: as many streams as wanted, side by side. */
const BATCH = 'batch';

type Dimension = number | string;

/** NodeProto: input 1, output 2, name 3, op_type 4, attribute 5. */
function node(operation: string, inputs: string[], output: string, attributes: Uint8Array[] = []): Uint8Array {
  return joined([
    ...inputs.map((input) => textField(1, input)),
    textField(2, output),
    textField(3, output),
    textField(4, operation),
    ...attributes,
  ]);
}

/** AttributeProto in a node: name 1, i 3, type 20. */
const axis = (value: number) =>
  messageField(5, textField(1, 'axis'), integerField(3, value), integerField(20, INT_ATTRIBUTE));

/** ValueInfoProto: name 1, type 2 { tensor_type 1 { elem_type 1, shape 2 { dim 1 { dim_value 1 | dim_param 2 } } } } */
function value(name: string, type: number, shape: Dimension[]): Uint8Array {
  const dimensions = shape.map((size) =>
    messageField(1, typeof size === 'number' ? integerField(1, size) : textField(2, size)),
  );
  return joined([
    textField(1, name),
    messageField(2, messageField(1, integerField(1, type), messageField(2, ...dimensions))),
  ]);
}

/** TensorProto: dims 1, data_type 2, name 8, raw_data 9 (little-endian, as every machine that Electron runs on). */
function tensor(name: string, shape: number[], data: Float32Array): Uint8Array {
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return joined([
    ...shape.map((size) => integerField(1, size)),
    integerField(2, FLOAT),
    textField(8, name),
    bytesField(9, raw),
  ]);
}

/** 0 for a byte of the alphabet, -∞ for any other (256); null where all are predicted. */
function neverPredicted(alphabet: Uint8Array | null): Float32Array | null {
  if (!alphabet) return null;
  const never = new Float32Array(BYTE_VALUES);
  for (const byte of unpredictedBytes(alphabet)) never[byte] = -Infinity;
  return never;
}

/**
 *     byte (N) int64, state (N,H) → probabilities (N,256), next_state (N,H)
 *     next_state = tanh(Wxh[byte] + state·Whh), probabilities = softmax(next_state·Who)
 *
 * A byte outside of the network's alphabet has -∞ added to its logit.
 *
 * GraphProto: node 1, name 2, initializer 5, doc_string 10, input 11, output 12.
 */
function graph(weights: Weights): Uint8Array {
  const { hiddenSize } = weights;
  const shapes = matrixShapes(hiddenSize);
  const never = neverPredicted(weights.alphabet);
  const nodes = [
    node('Gather', ['Wxh', 'byte'], 'from_byte', [axis(0)]),
    node('MatMul', ['state', 'Whh'], 'from_state'),
    node('Add', ['from_byte', 'from_state'], 'before_tanh'),
    node('Tanh', ['before_tanh'], 'next_state'),
    node('MatMul', ['next_state', 'Who'], 'logits'),
    ...(never ? [node('Add', ['logits', 'never'], 'allowed')] : []),
    node('Softmax', [never ? 'allowed' : 'logits'], 'probabilities', [axis(1)]),
  ];
  return joined([
    ...nodes.map((each) => bytesField(1, each)),
    textField(2, 'step'),
    ...(['Wxh', 'Whh', 'Who'] as const).map((name) => bytesField(5, tensor(name, shapes[name], weights[name]))),
    ...(never ? [bytesField(5, tensor('never', [BYTE_VALUES], never))] : []),
    textField(10, 'One byte of a text. Start with a state of zeros; feed next_state back as state.'),
    bytesField(11, value('byte', INT64, [BATCH])),
    bytesField(11, value('state', FLOAT, [BATCH, hiddenSize])),
    bytesField(12, value('probabilities', FLOAT, [BATCH, BYTE_VALUES])),
    bytesField(12, value('next_state', FLOAT, [BATCH, hiddenSize])),
  ]);
}

/** ModelProto: ir_version 1, producer_name 2, doc_string 6, graph 7, opset_import 8, metadata_props 14 { key 1, value 2 }. */
export function encodeOnnx(weights: Weights, name: string): Uint8Array {
  return joined([
    integerField(1, IR_VERSION),
    textField(2, 'Unroll'),
    textField(6, 'A byte-level recurrent network.'),
    bytesField(7, graph(weights)),
    messageField(8, integerField(2, OPSET)),
    messageField(14, textField(1, 'name'), textField(2, name)),
  ]);
}
