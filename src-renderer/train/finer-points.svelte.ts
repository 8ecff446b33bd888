// Asks the engine for finer points of the stretch that is looked at, and lays them into the coarse curve of the whole run.
import type { EngineCommand, EngineEvent, MetricPoint } from '../../src-engine/protocol/messages';
import type { Range } from './chart-range';

/** A hand on the wheel is not asked after at every notch. */
const SETTLE_MS = 120;
/** As many points in what is seen are enough for any screen. */
const ENOUGH_POINTS = 500;

interface Detail {
  metrics: MetricPoint[];
  recordsPerPoint: number;
  /** In updates. */
  range: Range;
}

/** The coarse curve, and inside of what is known more finely the finer points in its place. */
export function withFiner(coarse: MetricPoint[], finer: MetricPoint[]): MetricPoint[] {
  const [first, last] = [finer[0], finer.at(-1)];
  if (!first || !last) return coarse;
  const before = coarse.filter((point) => point.update < first.update);
  const after = coarse.filter((point) => point.update > last.update);
  return [...before, ...finer, ...after];
}

const countWithin = (points: readonly MetricPoint[], { from, to }: Range): number =>
  points.reduce((count, { update }) => (update >= from && update <= to ? count + 1 : count), 0);

export class FinerPoints {
  /** Of the stretch that was last asked for. */
  metrics = $state.raw<MetricPoint[]>([]);
  readonly #run: string;
  readonly #send: (command: EngineCommand) => boolean;
  #detail: Detail | null = null;
  #asked: { request: string; range: Range } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #count = 0;

  constructor(run: string, send: (command: EngineCommand) => boolean) {
    this.#run = run;
    this.#send = send;
  }

  /** Says which updates are visible, and how fine the coarse curve is there. */
  look(seen: Range, coarse: readonly MetricPoint[], recordsPerPoint: number): void {
    clearTimeout(this.#timer);
    if (recordsPerPoint <= 1 || countWithin(coarse, seen) >= ENOUGH_POINTS || this.#isKnown(seen)) return;
    this.#timer = setTimeout(() => this.#ask(seen), SETTLE_MS);
  }

  received(event: Extract<EngineEvent, { kind: 'curve' }>): void {
    if (event.request !== this.#asked?.request) return;
    const { metrics, recordsPerPoint } = event;
    this.#detail = { metrics, recordsPerPoint, range: this.#asked.range };
    this.#asked = null;
    this.metrics = metrics;
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#detail = null;
    this.#asked = null;
    this.metrics = [];
  }

  #isKnown(seen: Range): boolean {
    const covers = ({ range }: { range: Range }): boolean => range.from <= seen.from && range.to >= seen.to;
    if (this.#asked && covers(this.#asked)) return true;
    if (!this.#detail || !covers(this.#detail)) return false;
    return this.#detail.recordsPerPoint <= 1 || countWithin(this.#detail.metrics, seen) >= ENOUGH_POINTS;
  }

  /** Half as much again on each side, so that panning finds something. */
  #ask(seen: Range): void {
    const margin = (seen.to - seen.from) / 2;
    const range = { from: Math.max(0, seen.from - margin), to: seen.to + margin };
    this.#count += 1;
    const request = `finer-${this.#count}`;
    this.#asked = { request, range };
    this.#send({
      kind: 'read-curve',
      request,
      run: this.#run,
      fromUpdate: range.from,
      toUpdate: range.to,
      points: null,
    });
  }
}
