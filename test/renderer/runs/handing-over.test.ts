// Tests that a folder is written where the user says, tells how far it is, can be stopped, and says that it is done with the way there.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineCommand } from '../../../src-engine/protocol/messages';
import type { Offered } from '../../../src-main/calls/window-api';
import { Notices } from '../../../src-renderer/notices/notices.svelte';
import { suggestedChoice } from '../../../src-renderer/runs/handover-choice';
import { HandingOver } from '../../../src-renderer/runs/handing-over.svelte';
import { exampleRun } from '../../components/scenes/example-run';

const FOLDER: Offered = { token: 'token-1', kind: 'target', names: ['Whale, handed over'] };
const RUN = exampleRun('Whale');
const options = suggestedChoice(RUN);

describe('Handing a run over', () => {
  let sent: EngineCommand[];
  let hasEngine: boolean;
  let chosen: Offered | null;
  let notices: Notices;
  let handover: HandingOver;
  const shown = vi.fn(() => Promise.resolve());

  beforeEach(() => {
    sent = [];
    hasEngine = true;
    chosen = FOLDER;
    notices = new Notices();
    handover = new HandingOver({
      api: { chooseHandoverFolder: () => Promise.resolve(chosen), showOffered: shown },
      send: (command) => hasEngine && sent.push(command) > 0,
      notices,
    });
  });

  it('writes nothing where no folder is chosen', async () => {
    chosen = null;
    await handover.write(RUN, options);
    expect([sent, handover.writing]).toEqual([[], null]);
  });

  it('says how far it is, and at the end where it lies', async () => {
    await handover.write(RUN, options);
    expect(sent).toEqual([{ kind: 'hand-over', run: RUN.id, token: 'token-1', options }]);
    handover.received({ kind: 'handing-over', token: 'another', share: 0.9 });
    expect(handover.writing?.share).toBe(0);
    handover.received({ kind: 'handing-over', token: 'token-1', share: 0.4 });
    expect(handover.writing?.share).toBe(0.4);
    handover.received({ kind: 'handed-over', token: 'token-1', isWritten: true, sentence: 'One is damaged.' });
    expect(handover.writing).toBeNull();
    expect(notices.list.map(({ sentence }) => sentence)).toEqual(['One is damaged.']);
    expect(notices.confirmed?.sentence).toBe('“Whale, handed over” is written. Its README says how to go on.');
    notices.confirmed?.actions[0]?.perform();
    expect(shown).toHaveBeenCalledWith('token-1');
  });

  it('says what went wrong, and nothing of what was stopped', async () => {
    await handover.write(RUN, options);
    handover.stop();
    expect(sent.at(-1)).toEqual({ kind: 'stop-handing-over', token: 'token-1' });
    handover.received({ kind: 'handed-over', token: 'token-1', isWritten: false, sentence: null });
    expect([notices.list, notices.confirmed, handover.writing]).toEqual([[], null, null]);
    await handover.write(RUN, options);
    handover.received({ kind: 'handed-over', token: 'token-1', isWritten: false, sentence: 'The disk is full.' });
    expect(notices.list[0]?.sentence).toBe('The disk is full.');
    expect(notices.confirmed).toBeNull();
  });

  it('says so where there is no engine yet, and forgets what went with one', async () => {
    hasEngine = false;
    await handover.write(RUN, options);
    expect(handover.writing).toBeNull();
    expect(notices.list[0]?.sentence).toContain('still starting');
    hasEngine = true;
    await handover.write(RUN, options);
    handover.engineLost();
    expect(handover.writing).toBeNull();
  });
});
