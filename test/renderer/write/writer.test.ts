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
  const shownId = () => writer.drafts.active!.id;
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
    expect(writer.drafts.isWriting).toBe(true);
    expect(new TextDecoder().decode(writer.drafts.active!.blocks.block(0)!.bytes)).toBe('Call me Ishmael');
    writer.received({ kind: 'draft-changed', run: 'run', draft: summary(draft) });
    expect(writer.drafts.isWriting).toBe(false);
  });

  it('writes several side by side, with seeds that follow one another or temperatures around the chosen one', () => {
    writer.next.count = 3;
    writer.next.options.seed = 8;
    writer.begin();
    expect(all('write-draft').map(({ options }) => options.seed)).toEqual([8, 9, 10]);
    for (const { draft } of all('write-draft'))
      writer.received({ kind: 'draft-changed', run: 'run', draft: summary(draft) });
    sent = [];
    writer.next.keepSeed = true;
    writer.next.variation = 'temperature';
    writer.next.options.temperature = 1;
    writer.begin();
    expect(all('write-draft').map(({ options }) => options.temperature)).toEqual([0.5, 1, 1.5]);
    expect(new Set(all('write-draft').map(({ options }) => options.seed))).toEqual(new Set([8]));
  });

  it('makes each text with a new seed unless the user keeps it', () => {
    writer.next.options.seed = 5;
    writer.begin();
    writer.received({ kind: 'draft-changed', run: 'run', draft: summary(shownId()) });
    writer.begin();
    const seeds = all('write-draft').map(({ options }) => options.seed);
    expect(seeds[0]).toBe(5);
    expect(seeds[1]).not.toBe(5);
    writer.received({ kind: 'draft-changed', run: 'run', draft: summary(shownId()) });
    writer.next.keepSeed = true;
    writer.begin();
    expect(all('write-draft').at(-1)?.options.seed).toBe(seeds[1]);
  });

  it('opens the newest draft of before, with its settings but a seed of its own', () => {
    const { seed } = writer.next.options;
    const options = { ...DEFAULT_SAMPLING, temperature: 0.3, topK: 7, seed: 5 };
    const parts = [{ from: 0, runName: 'Ahab', update: 7, options }];
    writer.received({ kind: 'drafts', run: 'run', drafts: [summary('new', { parts }), summary('old')] });
    expect(all('open-draft').map(({ draft }) => draft)).toEqual(['new']);
    expect(writer.next.options).toEqual({ ...options, seed });
  });

  it('goes another way from a character, and back', () => {
    writer.received({ kind: 'drafts', run: 'run', drafts: [summary('first')] });
    writer.branching.ask(writer.drafts.active!, 2, 1);
    const alternatives = [{ bytes: [0x6e], probability: 0.3 }];
    writer.received({ kind: 'alternatives', run: 'run', draft: 'first', at: 2, alternatives });
    writer.branching.choose(alternatives[0]!);
    expect(all('branch-draft')).toMatchObject([{ parent: 'first', at: 2, bytes: [0x6e] }]);
    const parent = { draft: 'first', at: 2 };
    writer.received({ kind: 'draft-changed', run: 'run', draft: summary(shownId(), { parent }) });
    writer.branching.back(writer.drafts.active!);
    expect(shownId()).toBe('first');
  });

  it('goes round the places where a text was found, and forgets them with the draft', () => {
    const { drafts, finding } = writer;
    writer.received({ kind: 'drafts', run: 'run', drafts: [summary('first'), summary('second')] });
    finding.find('a');
    expect(all('find-text')).toMatchObject([{ draft: 'first', text: 'a' }]);
    writer.received({ kind: 'found-text', run: 'run', draft: 'first', text: 'a', at: [1, 5], lengths: [1, 1], isAll: true });
    for (const [by, expected] of [
      [1, 1],
      [1, 0],
      [-1, 1],
    ] as const) {
      finding.step(by);
      expect(finding.found?.current).toBe(expected);
    }
    drafts.show('second');
    expect(finding.found).toBeNull();
    writer.received({ kind: 'found-text', run: 'run', draft: 'first', text: 'a', at: [1], lengths: [1], isAll: true });
    expect(finding.found).toBeNull();
  });

  it('says so when there is no engine to ask', () => {
    const alone = new Writer('run', () => false);
    alone.begin();
    expect(alone.drafts.isWriting).toBe(false);
    expect(alone.sentence).toContain('generate again');
  });
});
