import { describe, expect, test } from 'vitest';
import { decodeModel, encodeModel } from '../../../src-engine/model/model-file';
import { decodeSafetensors, encodeSafetensors, type Tensor } from '../../../src-engine/model/safetensors';
import { initialWeights } from '../../../src-engine/model/initialise';
import { isProblem } from '../../../src-engine/problem';

const zeros = (...shape: number[]): Tensor => ({
  dtype: 'F32',
  shape,
  data: new Float32Array(shape.reduce((product, size) => product * size, 1)),
});
const model = () => ({ Wxh: zeros(256, 3), Whh: zeros(3, 3), Who: zeros(3, 256) });

function sentenceFor(tensors: Record<string, Tensor>): string {
  try {
    decodeModel(encodeSafetensors(tensors), 'net.safetensors');
  } catch (error) {
    if (isProblem(error)) return error.message;
    throw error;
  }
  throw new Error('It was taken.');
}

describe('a model file', () => {
  test('gives back the weights it was made of, to the bit', () => {
    const weights = initialWeights(5, 1, 'uniform');
    expect(decodeModel(encodeModel(weights), 'net.safetensors')).toEqual(weights);
  });

  test('says what it is, and what else it was given', () => {
    const { metadata } = decodeSafetensors(
      encodeModel(initialWeights(2, 1, 'uniform'), { name: 'poems' }),
      'net.safetensors',
    );
    expect(metadata).toEqual({ format: 'unroll-model', name: 'poems' });
  });

  test('may hold other tensors: a checkpoint is a model too', () => {
    const more = {
      ...model(),
      'adam.m.Wxh': zeros(256, 3),
      notes: { dtype: 'U8', shape: [1], data: Uint8Array.of(1) },
    };
    expect(decodeModel(encodeSafetensors(more as Record<string, Tensor>), 'net.safetensors').hiddenSize).toBe(3);
  });

  test.each(['Wxh', 'Whh', 'Who'] as const)('without %s is refused by that name', (name) => {
    const { [name]: _, ...rest } = model();
    expect(sentenceFor(rest)).toBe(
      `"net.safetensors" has no tensor ${name}, so it is not an Unroll model. Choose another file.`,
    );
  });

  test('of other shapes, types or values is refused with what was found', () => {
    expect(sentenceFor({ ...model(), Wxh: zeros(255, 3) })).toContain('Wxh as (255, 3); a model has (256, 3)');
    expect(sentenceFor({ ...model(), Who: zeros(256, 3) })).toContain('Who as (256, 3); a model has (3, 256)');
    expect(sentenceFor({ ...model(), Whh: zeros(3, 2) })).toContain('Whh as (3, 2); a model has (3, 3)');
    expect(sentenceFor({ ...model(), Whh: zeros(9) })).toContain('a model has (9, 9)');
    expect(sentenceFor({ Wxh: zeros(256, 0), Whh: zeros(0, 0), Who: zeros(0, 256) })).toContain('a model has');
    const whole: Tensor = { dtype: 'I32', shape: [3, 3], data: new Int32Array(9) };
    expect(sentenceFor({ ...model(), Whh: whole })).toContain('Whh as I32; Unroll reads F32, F16, BF16 and F64.');
    for (const value of [NaN, Infinity, -Infinity]) {
      const broken = model();
      (broken.Who.data as Float32Array)[700] = value;
      expect(sentenceFor(broken)).toContain('a value in Who that is not finite');
    }
  });
});
