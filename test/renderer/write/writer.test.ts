// Tests how drafts are asked for, shown, branched and remembered.
import { beforeEach, describe, expect, it } from 'vitest';
import type { EngineCommand } from '../../../src-engine/protocol/messages';
import { DEFAULT_SAMPLING, type DraftSummary } from '../../../src-engine/protocol/writing';
import { Writer } from '../../../src-renderer/write/writer.svelte';

const bytes = (text: string) => new TextEncoder().encode(text);

function summary(id: string, more: Partial<DraftSummary> = {}): DraftSummary {
  const parts = [{ from: 0, runName: 'Ahab', update: 7, options: { ...DEFAULT_SAMPLING, seed: 5 } }];
  const state = { favourite: false, isWriting: false, sentence: null, parent: null };
  return {
    id,
    createdMs: 1,
    beginning: bytes('Call'),
    bytes: 4,
    promptBytes: 0,
    encoding: 'utf-8',
    parts,
    ...state,
    ...more,
  };
}

describe('A writer', () => {
  let sent: EngineCommand[];
  let writer: Writer;
  const all = <Kind extends EngineCommand['kind']>(kind: Kind) =>
    sent.filter((command): command is Extract<EngineCommand, { kind: Kind }> => command.kind === kind);
  const shownId = () => writer.active!.id;
  const grow = (draft: string, from: number, text: string) =>
    writer.received({
      kind: 'draft-grew',
      run: 'run',
      draft,
      from,
      bytes: bytes(text),
      probabilities: new Float32Array(text.length).fill(0.5),
      blocks: [],
    });

  beforeEach(() => {
    sent = [];
    writer = new Writer('run', (command) => sent.push(command) > 0);
  });

  it('holds what streams in, and says when it has ended', () => {
    writer.begin();
    const draft = shownId();
    grow(draft, 0, 'Call me ');
    grow(draft, 8, 'Ishmael');
    expect(writer.isWriting).toBe(true);
    expect(new TextDecoder().decode(writer.active!.blocks.block(0)!.bytes)).toBe('Call me Ishmael');
    writer.received({ kind: 'draft-changed', run: 'run', draft: summary(draft) });
    expect(writer.isWriting).toBe(false);
  });

  it('writes several side by side, with seeds that follow one another or temperatures around the chosen one', () => {
    writer.count = 3;
    writer.options.seed = 8;
    writer.begin();
    expect(all('write-draft').map(({ options }) => options.seed)).toEqual([8, 9, 10]);
    for (const { draft } of all('write-draft'))
      writer.received({ kind: 'draft-changed', run: 'run', draft: summary(draft) });
    sent = [];
    writer.keepSeed = true;
    writer.variation = 'temperature';
    writer.options.temperature = 1;
    writer.begin();
    expect(all('write-draft').map(({ options }) => options.temperature)).toEqual([0.5, 1, 1.5]);
    expect(new Set(all('write-draft').map(({ options }) => options.seed))).toEqual(new Set([8]));
  });

  it('makes each text with a new seed unless the user keeps it', () => {
    writer.options.seed = 5;
    writer.begin();
    writer.received({ kind: 'draft-changed', run: 'run', draft: summary(shownId()) });
    writer.begin();
    const seeds = all('write-draft').map(({ options }) => options.seed);
    expect(seeds[0]).toBe(5);
    expect(seeds[1]).not.toBe(5);
    writer.received({ kind: 'draft-changed', run: 'run', draft: summary(shownId()) });
    writer.keepSeed = true;
    writer.begin();
    expect(all('write-draft').at(-1)?.options.seed).toBe(seeds[1]);
  });

  it('opens the newest draft of before, with its settings but a seed of its own', () => {
    const { seed } = writer.options;
    const options = { ...DEFAULT_SAMPLING, temperature: 0.3, topK: 7, seed: 5 };
    const parts = [{ from: 0, runName: 'Ahab', update: 7, options }];
    writer.received({ kind: 'drafts', run: 'run', drafts: [summary('new', { parts }), summary('old')] });
    expect(all('open-draft').map(({ draft }) => draft)).toEqual(['new']);
    expect(writer.options).toEqual({ ...options, seed });
  });

  it('goes another way from a character, and back', () => {
    writer.received({ kind: 'drafts', run: 'run', drafts: [summary('first')] });
    writer.ask(writer.active!, 2, 1);
    const alternatives = [{ bytes: [0x6e], probability: 0.3 }];
    writer.received({ kind: 'alternatives', run: 'run', draft: 'first', at: 2, alternatives });
    writer.choose(alternatives[0]!);
    expect(all('branch-draft')).toMatchObject([{ parent: 'first', at: 2, bytes: [0x6e] }]);
    const parent = { draft: 'first', at: 2 };
    writer.received({ kind: 'draft-changed', run: 'run', draft: summary(shownId(), { parent }) });
    writer.back(writer.active!);
    expect(shownId()).toBe('first');
  });

  it('says so when there is no engine to ask', () => {
    const alone = new Writer('run', () => false);
    alone.begin();
    expect(alone.isWriting).toBe(false);
    expect(alone.sentence).toContain('generate again');
  });
});
