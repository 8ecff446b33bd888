// Tests what is told of a scored text, and that texts and networks are asked for in every pairing.
import { describe, expect, it } from 'vitest';
import type { EngineCommand } from '../../../src-engine/protocol/messages';
import { mostSurprising, scoreOf, surpriseCurve } from '../../../src-renderer/score/score-figures';
import { Scoring } from '../../../src-renderer/score/scoring.svelte';
import { blocksOf } from '../../../src-engine/protocol/text-blocks';

const scored = (bits: number[], request = 'q') => ({
  kind: 'scored' as const,
  request,
  update: 3,
  encoding: 'utf-8',
  textBytes: bits.length,
  bytes: new Uint8Array(bits.length).fill(97),
  bits: Float32Array.from(bits),
});

describe('The figures of a scored text', () => {
  it('are the mean over all bytes but the first, and 2 to the power of it', () => {
    const { bitsPerByte, perplexity, probabilities } = scoreOf(scored([NaN, 1, 2, 3]));
    expect([bitsPerByte, perplexity]).toEqual([2, 4]);
    expect([...probabilities]).toEqual([NaN, 0.5, 0.25, 0.125]);
  });

  it('name the ten most surprising places, none beside a more surprising one', () => {
    const bits = Array.from({ length: 400 }, (_, at) => (at % 20 === 3 ? 10 + at / 1000 : 1));
    bits[384] = 10.1;
    const found = mostSurprising({ bits: Float32Array.from(bits) });
    expect(found).toHaveLength(10);
    expect(found[0]!.at).toBe(383);
    expect(found.map(({ at }) => at)).not.toContain(384);
    expect(mostSurprising({ bits: Float32Array.from([NaN, 2]) })).toEqual([{ at: 1, bits: 2 }]);
  });

  it('make a curve of at most 600 points whose mean is that of the text', () => {
    const bits = Float32Array.from({ length: 6001 }, (_, at) => (at === 0 ? NaN : at % 7));
    const curve = surpriseCurve({ bits });
    expect(curve).toHaveLength(600);
    const mean = curve.reduce((sum, { y }) => sum + y, 0) / 600;
    expect(mean).toBeCloseTo(bits.slice(1).reduce((sum, each) => sum + each, 0) / 6000, 6);
  });

  it('cut a text where it can be drawn block by block', () => {
    const text = new TextEncoder().encode(`${'é'.repeat(4000)}\n${'x'.repeat(100)}\n`.repeat(3));
    const blocks = blocksOf(text, 'utf-8');
    const ends = [...blocks.slice(1), text.length];
    expect(blocks.length).toBeGreaterThan(4);
    for (const [index, begin] of blocks.entries())
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(text.subarray(begin, ends[index]))).not.toThrow();
  });
});

describe('Scoring', () => {
  it('asks for every text by every network, ranks by the first, and stops what is under way', () => {
    const sent: EngineCommand[] = [];
    const scoring = new Scoring((command) => sent.push(command) > 0, 'run');
    scoring.addText('one', { kind: 'typed', text: 'one' });
    scoring.addText('two', { kind: 'typed', text: 'two' });
    scoring.addNetwork('Other', { run: 'other', update: null });
    const asked = sent.filter((command) => command.kind === 'score-text');
    expect(asked.map(({ network, text }) => [network.run, text.kind === 'typed' && text.text])).toEqual([
      ['run', 'one'],
      ['run', 'two'],
      ['other', 'one'],
      ['other', 'two'],
    ]);
    scoring.received(scored([NaN, 4], asked[0]!.request));
    scoring.received(scored([NaN, 2], asked[1]!.request));
    expect(scoring.ranked.map(({ name }) => name)).toEqual(['two', 'one']);
    expect(scoring.isScoring).toBe(true);
    scoring.stop();
    expect(sent.filter((command) => command.kind === 'stop-scoring')).toHaveLength(2);
    scoring.received({ kind: 'scoring-ended', request: asked[2]!.request, sentence: 'Gone.' });
    expect(scoring.cell('text-1', scoring.networks[1]!.id)!.sentence).toBe('Gone.');
  });
});
