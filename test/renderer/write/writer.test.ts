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
    writer.received({
      kind: 'found-text',
      run: 'run',
      draft: 'first',
      text: 'a',
      at: [1, 5],
      lengths: [1, 1],
      isAll: true,
    });
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

  it('has one prompt and one seed written by several networks, and one seed after another by one', () => {
    writer.next.addNetwork();
    writer.next.chooseNetwork({ run: 'other', update: 40 }, 1);
    writer.begin();
    const written = all('write-draft');
    expect(written.map(({ network }) => network)).toEqual([
      { run: 'run', update: null },
      { run: 'other', update: 40 },
    ]);
    expect(written[0]!.options).toEqual(written[1]!.options);
    expect(writer.drafts.shown).toHaveLength(2);
    for (let more = 0; more < 5; more++) writer.next.addNetwork();
    expect(writer.next.networks).toHaveLength(4);
    for (let index = 3; index > 0; index--) writer.next.removeNetwork(index);
    expect(writer.next.networks).toEqual([{ run: 'run', update: null }]);
  });

  it('keeps how the run is written with once that is changed, and takes over what was kept', () => {
    writer.next.keep();
    expect(all('keep-writing')).toEqual([]);
    const kept = { ...DEFAULT_SAMPLING, prompt: 'Once', temperature: 0.3 };
    writer.received({ kind: 'writing-kept', run: 'run', options: kept });
    writer.received({ kind: 'drafts', run: 'run', drafts: [] });
    expect(writer.next.options).toMatchObject({ prompt: 'Once', temperature: 0.3 });
    writer.next.rollSeed();
    writer.next.keep();
    expect(all('keep-writing')).toEqual([]);
    writer.next.options.never = ['whale'];
    writer.next.keep();
    writer.next.keep();
    expect(all('keep-writing').map(({ options }) => options.never)).toEqual([['whale']]);
  });

  it('has a draft compared once as it is, again when it has grown, and names the longest stretch at a place', () => {
    writer.begin();
    const view = writer.drafts.active!;
    grow(view.id, 0, 'Call me Ishmael');
    writer.copying.want(view);
    expect(all('check-copies')).toEqual([]);
    view.isWriting = false;
    writer.copying.want(view);
    writer.copying.want(view);
    expect(all('check-copies')).toHaveLength(1);
    const stretch = { file: 'whale.txt', at: 7, before: bytes('x'), after: bytes('y') };
    const copies = [
      { ...stretch, from: 0, bytes: 4 },
      { ...stretch, from: 2, bytes: 9 },
    ];
    const figures = { textName: 'w', textBytes: 9, least: 4, checkedBytes: 15, generatedBytes: 15, copiedBytes: 11 };
    const report = { ...figures, longestBytes: 9, copies, allCopies: 2 };
    writer.received({ kind: 'copies-found', run: 'run', draft: view.id, report });
    expect([0, 3, 12].map((at) => writer.copying.stretchAt(view.id, at))).toEqual([0, 1, -1]);
    writer.copying.step(view.id, -1);
    expect(writer.copying.currentOf(view.id)?.from).toBe(2);
    grow(view.id, 15, '.');
    writer.copying.want(view);
    expect(all('check-copies')).toHaveLength(2);
    writer.received({ kind: 'copies-ended', run: 'run', draft: view.id, sentence: null });
    expect(writer.copying.of(view.id).sentence).toBe('The comparison was stopped.');
  });

  it('restores the draft that was deleted last', () => {
    writer.received({ kind: 'drafts', run: 'run', drafts: [summary('a'), summary('b', { createdMs: 0 })] });
    writer.drafts.remove(writer.drafts.all[1]!);
    writer.received({ kind: 'draft-removed', run: 'run', draft: 'b' });
    writer.drafts.restore();
    expect(all('restore-draft')).toMatchObject([{ draft: 'b' }]);
    writer.received({ kind: 'draft-changed', run: 'run', draft: summary('b', { createdMs: 0 }) });
    expect(writer.drafts.all.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
