// Searches good settings: candidates train as ordinary runs, a round at a time, and in each round the worse half is left behind.
import type { EncodingName } from '../protocol/encodings';
import { SETTINGS, settingsProblem, type Settings } from '../hyperparameters';
import { problem, sentenceOf } from '../problem';
import type { EngineEvent, Search, SearchCandidate } from '../protocol/messages';
import type { SearchPlan } from '../protocol/search-plan';
import { chooseCandidates } from './choose-candidates';
import { planRounds, survivors } from './halving';
import type { LegEnd, WantedRun } from '../runs/search-leg';

/** What is predicted to compare candidates: enough to tell them apart, little beside the training. */
const MOST_VALIDATION_BYTES = 100_000;
const MINUTE_MS = 60_000;

export interface WantedSearch {
  name: string;
  paths: string[];
  textBytes: number;
  /** What the text's bytes mean. */
  encoding: EncodingName;
  settings: Settings;
  plan: SearchPlan;
}

/** What a search needs of the run manager. */
export interface SearchRuns {
  /** Trains a new run, or one by its id, until it has trained so long in all. */
  trainLeg(wanted: WantedRun | string, untilMs: number, begun: (id: string) => void): Promise<LegEnd>;
  pause(id: string): Promise<void>;
  /** Lets the run begin whose turn it is. */
  beginNext(): void;
}

/** The settings of a candidate's run: as long as the search can give it, compared on a held-out text of useful size. */
export function candidateSettings(wanted: WantedSearch, values: SearchCandidate['values'], untilMs: number): Settings {
  const settings: Settings = { ...wanted.settings, ...values };
  const share = settings.validationShare || Number(SETTINGS.validationShare.default);
  return {
    ...settings,
    steps: settings.backprop === 'segment' ? 0 : settings.steps,
    length: untilMs / MINUTE_MS,
    lengthUnit: 'minutes',
    patience: 0,
    validationShare: Math.min(share, MOST_VALIDATION_BYTES / wanted.textBytes),
  };
}

export class SettingsSearch {
  private search: Search | null = null;
  private isCancelled = false;
  private readonly legMs = new Map<number, number>();

  constructor(
    private readonly runs: SearchRuns,
    private readonly emit: (event: EngineEvent) => void,
  ) {}

  get isSearching(): boolean {
    return this.search?.state === 'searching';
  }

  tell(): void {
    this.emit({ kind: 'search', search: this.search });
  }

  /** Resolves when it has ended, whichever way; throws a `Problem` if it cannot begin. */
  async start(wanted: WantedSearch): Promise<void> {
    if (this.isSearching) throw problem('A search is already running. Cancel it before you start another.');
    const { plan, settings } = wanted;
    const wrong = settingsProblem(settings);
    if (wrong) throw problem(wrong);
    const chosen = chooseCandidates({ ...settings }, plan.ranges, plan.candidates, plan.seed);
    const rounds = planRounds(plan.candidates, plan.minutes * MINUTE_MS);
    const candidates = chosen.map((values, index): SearchCandidate => ({
      ...{ number: index + 1, values, run: null, state: 'waiting', rounds: 0 },
      ...{ firstBitsPerByte: null, bitsPerByte: null, sentence: null },
    }));
    this.isCancelled = false;
    this.legMs.clear();
    this.search = {
      ...{ state: 'searching', sentence: null, name: wanted.name, plan, rounds, round: 1, spentMs: 0 },
      candidates,
    };
    this.tell();
    await this.goThrough(wanted, this.search);
  }

  async cancel(): Promise<void> {
    if (!this.search || !this.isSearching) return;
    this.isCancelled = true;
    const training = this.search.candidates.find(({ state }) => state === 'training');
    if (training?.run) await this.runs.pause(training.run);
  }

  private change(change: Partial<Search>): void {
    if (this.search) this.search = { ...this.search, ...change };
    this.tell();
  }

  private changeCandidate(number: number, change: Partial<SearchCandidate>): void {
    const candidates = (this.search?.candidates ?? []).map((each) =>
      each.number === number ? { ...each, ...change } : each,
    );
    this.change({ candidates });
  }

  private candidate(number: number): SearchCandidate {
    const found = this.search?.candidates.find((each) => each.number === number);
    if (!found) throw new Error(`The search has no candidate ${number}.`);
    return found;
  }

  private async goThrough(wanted: WantedSearch, { rounds, candidates }: Search): Promise<void> {
    const endMs = rounds.at(-1)?.untilMs ?? 0;
    let going = candidates.map(({ number }) => number);
    for (const [index, { untilMs }] of rounds.entries()) {
      this.change({ round: index + 1 });
      for (const number of going) {
        const goesOn = !this.isCancelled && (await this.trainCandidate(wanted, number, { untilMs, endMs }));
        if (!goesOn) {
          this.end(this.isCancelled ? null : 'The search ended because its run was paused.');
          return;
        }
      }
      const kept = survivors(
        going.map((number) => this.candidate(number)),
        rounds[index + 1]?.candidates ?? 1,
      );
      if (kept.length === 0) {
        this.end(this.candidate(going[0] ?? 1).sentence);
        return;
      }
      going = kept.map(({ number }) => number);
      this.leaveBehind(going);
    }
    for (const number of going) this.changeCandidate(number, { state: 'best' });
    this.change({ state: 'finished' });
    this.runs.beginNext();
  }

  /** True when it has come to its round's end or has failed; false when someone paused it. */
  private async trainCandidate(
    wanted: WantedSearch,
    number: number,
    { untilMs, endMs }: { untilMs: number; endMs: number },
  ): Promise<boolean> {
    const before = this.candidate(number);
    this.changeCandidate(number, { state: 'training' });
    try {
      const settings = candidateSettings(wanted, before.values, endMs);
      // The number first: in a narrow list the end of a name is cut off.
      const name = `Search ${number}: ${wanted.name}`;
      const run = before.run ?? { name, paths: wanted.paths, settings, encoding: wanted.encoding };
      const leg = await this.runs.trainLeg(run, untilMs, (id) => this.changeCandidate(number, { run: id }));
      this.finishLeg(before, leg);
      return leg.isWhole || leg.sentence !== null;
    } catch (error) {
      this.changeCandidate(number, { state: 'failed', bitsPerByte: null, sentence: sentenceOf(error) });
      return true;
    }
  }

  private finishLeg({ number, rounds, firstBitsPerByte }: SearchCandidate, leg: LegEnd): void {
    const { isWhole, elapsedMs, sentence } = leg;
    const bitsPerByte = isWhole && Number.isFinite(leg.bitsPerByte) ? leg.bitsPerByte : null;
    this.legMs.set(number, elapsedMs);
    this.changeCandidate(number, {
      state: sentence === null ? 'resting' : 'failed',
      sentence,
      ...(isWhole ? { rounds: rounds + 1, bitsPerByte } : sentence === null ? {} : { bitsPerByte: null }),
      firstBitsPerByte: firstBitsPerByte ?? bitsPerByte,
    });
    this.change({ spentMs: [...this.legMs.values()].reduce((sum, ms) => sum + ms, 0) });
  }

  private leaveBehind(kept: number[]): void {
    for (const { number, state } of this.search?.candidates ?? []) {
      if (state === 'resting' && !kept.includes(number)) this.changeCandidate(number, { state: 'out' });
    }
  }

  /** Before its time: what was trained stays, and the best so far can still be used. */
  private end(sentence: string | null): void {
    for (const { number, state, rounds } of this.search?.candidates ?? []) {
      if (state === 'training') this.changeCandidate(number, { state: rounds > 0 ? 'resting' : 'waiting' });
    }
    this.change({ state: 'ended', sentence });
  }
}
