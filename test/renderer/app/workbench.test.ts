// Tests that each thing from outside goes to the part that it concerns, also before there is an engine.
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { EngineCommand } from '../../../src-engine/protocol/messages';
import type { Offered, OfferKind, WindowApi } from '../../../src-main/calls/window-api';
import { EventRouter } from '../../../src-renderer/app/event-router';
import { Workbench } from '../../../src-renderer/app/workbench.svelte';

const offered = (kind: OfferKind, name: string): Offered => ({ token: `token-${name}`, kind, names: [name] });

describe('A workbench', () => {
  let sent: EngineCommand[];
  let hasEngine: boolean;
  let dropped: Offered[];
  let workbench: Workbench;
  let router: EventRouter;

  beforeEach(() => {
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
    onTestFinished(() => void vi.unstubAllGlobals());
    sent = [];
    dropped = [];
    hasEngine = true;
    const api: Partial<WindowApi> = {
      offerDrop: () => Promise.resolve(dropped),
      beginEngine: () => Promise.resolve(),
      ownPresets: () => Promise.resolve([]),
      recentTexts: () => Promise.resolve([]),
      offerSampleNetwork: (id) => Promise.resolve(offered('model', id)),
      onNotice: () => undefined,
      onOffered: () => undefined,
      onOpenRun: () => undefined,
    };
    workbench = new Workbench(api as WindowApi);
    vi.spyOn(workbench.link, 'send').mockImplementation((command) => hasEngine && sent.push(command) > 0);
    router = new EventRouter(workbench);
  });

  it('opens the models, imports the run and reads the text that are dropped', async () => {
    dropped = [offered('model', 'a'), offered('model', 'b'), offered('text', 'Faust.txt')];
    await workbench.takeDrop([]);
    expect(sent).toEqual([
      { kind: 'open-model', token: 'token-a' },
      { kind: 'open-model', token: 'token-b' },
      { kind: 'summarise-text', token: 'token-Faust.txt', reading: { isAsIs: false, leaveOut: [] } },
    ]);
    expect(workbench.newRun.name).toBe('Faust');
    dropped = [offered('run', 'r')];
    await workbench.takeDrop([]);
    expect(sent.at(-1)).toEqual({ kind: 'import-run', token: 'token-r' });
    expect(workbench.newRun.text.offered?.names).toEqual(['Faust.txt']);
  });

  it('asks again, once, for what was dropped while there was no engine', async () => {
    hasEngine = false;
    router.engineLost('The engine stopped unexpectedly and is restarting.');
    dropped = [offered('model', 'a'), offered('run', 'r'), offered('text', 't')];
    await workbench.takeDrop([]);
    expect(sent).toEqual([]);
    hasEngine = true;
    router.attached();
    router.attached();
    const kinds = sent.map(({ kind }) => kind);
    for (const kind of ['open-model', 'import-run'] as const)
      expect(kinds.filter((each) => each === kind)).toHaveLength(1);
    expect(kinds).toContain('summarise-text');
  });

  it('writes with the network of a sample as soon as it is open, and not again when it is opened by other means', async () => {
    const sample = { id: 'prose', title: 'Moby-Dick', description: '', prompt: 'The whale ' };
    await workbench.useSampleNetwork(sample, 'write');
    expect(sent.at(-1)).toEqual({ kind: 'open-model', token: 'token-prose' });
    const written = () => sent.filter(({ kind }) => kind === 'write-draft');
    expect(written()).toEqual([]);
    router.received({ kind: 'model-opened', model: 'model-1', token: 'token-prose' });
    expect(written()).toMatchObject([{ run: 'model-1', options: { prompt: 'The whale ' } }]);
    router.received({ kind: 'model-opened', model: 'model-2', token: 'token-prose' });
    expect(written()).toHaveLength(1);
  });

  it('leaves the opened run when it is not among those that are told', () => {
    workbench.selection.openRun('gone');
    router.received({ kind: 'runs', runs: [], isFirst: true, isLast: true });
    expect(workbench.selection.opened).toBeNull();
    expect(workbench.runs.known).toBe(true);
  });
});
