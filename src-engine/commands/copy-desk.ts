// What the engine does when the window asks whether a draft is copied: finds draft and text, has them compared, tells how it goes.
import { checkCopies, type CopyCheck } from '../copies/copy-check';
import type { Drafts } from '../drafts/drafts';
import type { Networks } from '../networks/networks';
import { problem, sentenceOf } from '../problem';
import { MOST_CHECKED_BYTES } from '../protocol/copies';
import type { EngineCommand, EngineEvent } from '../protocol/messages';

type Command<Kind extends EngineCommand['kind']> = Extract<EngineCommand, { kind: Kind }>;

export interface CopyDeskParts {
  workerFile: URL;
  drafts: Drafts;
  networks: Networks;
  emit(event: EngineEvent): void;
  /** The paths a token stands for. */
  pathsOf(token: string): Promise<string[]>;
}

const NO_TEXT = 'A model does not say which text it learned from. Choose the text to compare with.';

export class CopyDesk {
  private readonly running = new Map<string, CopyCheck>();

  constructor(private readonly parts: CopyDeskParts) {}

  async check({ run, draft, least, token }: Command<'check-copies'>): Promise<void> {
    const { drafts, emit, workerFile } = this.parts;
    const key = `${run}/${draft}`;
    this.stop(key);
    try {
      const [source, checked] = await Promise.all([
        this.textOf(run, token),
        drafts.beginning({ run, draft }, MOST_CHECKED_BYTES),
      ]);
      this.stop(key);
      const order = { draft: { ...checked, least }, ...source };
      const check = checkCopies(workerFile, order, (share) => emit({ kind: 'checking-copies', run, draft, share }));
      this.running.set(key, check);
      const report = await check.ended;
      // One that was begun since then goes on.
      if (this.running.get(key) !== check) return;
      this.running.delete(key);
      if (report) emit({ kind: 'copies-found', run, draft, report });
      else emit({ kind: 'copies-ended', run, draft, sentence: null });
    } catch (error) {
      this.running.delete(key);
      emit({ kind: 'copies-ended', run, draft, sentence: sentenceOf(error) });
    }
  }

  stopChecking({ run, draft }: Command<'stop-checking-copies'>): void {
    this.running.get(`${run}/${draft}`)?.stop();
  }

  private stop(key: string): void {
    const check = this.running.get(key);
    this.running.delete(key);
    check?.stop();
  }

  private async textOf(run: string, token: string | null): Promise<{ paths: string[]; between: Uint8Array }> {
    const { networks, pathsOf } = this.parts;
    if (token !== null) return { paths: await pathsOf(token), between: new Uint8Array() };
    const source = await networks.textOf(run);
    if (source === null) throw problem(NO_TEXT);
    return source;
  }
}
