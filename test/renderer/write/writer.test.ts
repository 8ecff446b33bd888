// Tests how text is asked for and gathered.
import { beforeEach, describe, expect, it } from 'vitest';
import type { EngineCommand } from '../../../src-engine/protocol';
import { Writer } from '../../../src-renderer/write/writer.svelte';

describe('A writer', () => {
  let sent: EngineCommand[];
  let writer: Writer;
  const request = (): string => {
    const last = sent.findLast((command) => command.kind === 'generate');
    return last?.kind === 'generate' ? last.request : '';
  };

  beforeEach(() => {
    sent = [];
    writer = new Writer((command) => sent.push(command) > 0);
  });

  it('gathers the pieces after the prompt', () => {
    writer.options.prompt = 'Call me ';
    writer.begin('run');
    writer.generated(request(), 'Ish');
    writer.generated(request(), 'mael');
    writer.ended(request(), null);
    expect(writer.text).toBe('Call me Ishmael');
    expect(writer.isWriting).toBe(false);
  });

  it('takes nothing of an earlier request', () => {
    writer.begin('run');
    const earlier = request();
    writer.ended(earlier, null);
    writer.begin('run');
    writer.generated(earlier, 'old');
    expect(writer.text).toBe('');
  });

  it('makes each text with a new seed unless the person keeps it', () => {
    writer.options.seed = 5;
    writer.begin('run');
    expect(writer.usedSeed).toBe(5);
    writer.ended(request(), null);
    writer.keepSeed = true;
    writer.begin('run');
    expect(writer.usedSeed).toBe(5);
  });

  it('says so when there is no engine to ask', () => {
    const alone = new Writer(() => false);
    alone.begin('run');
    expect(alone.isWriting).toBe(false);
    expect(alone.sentence).toContain('generate again');
  });

  it('gives a reader what there is and what comes', () => {
    writer.begin('run');
    writer.generated(request(), 'one ');
    let read = '';
    writer.read({ restart: (prompt) => (read = prompt), add: (piece) => (read += piece) });
    writer.generated(request(), 'two');
    expect(read).toBe('one two');
  });
});
