// Holds which runs are compared, their curves, and how they are looked at.
import { SvelteMap } from 'svelte/reactivity';
import type {
  EngineCommand,
  EngineEvent,
  MetricPoint,
  RunSummary,
  ValidationPoint,
} from '../../src-engine/protocol/messages';
import type { Range } from '../train/chart-range';
import { ChartView } from '../train/chart-view.svelte';
import { xOf } from '../train/x-axis';

/** As many as there are colours that can be told apart. */
export const MOST_COMPARED = 8;
/** All curves together, so that the picture stays quick. */
const POINTS_TOGETHER = 4000;

const KEY = 'compared-runs';

function remembered(): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, MOST_COMPARED) : [];
  } catch {
    return [];
  }
}

const remember = (ids: readonly string[]): void => localStorage.setItem(KEY, JSON.stringify(ids));

interface ComparedCurve {
  metrics: MetricPoint[];
  validations: ValidationPoint[];
}

export class Comparison {
  readonly view = new ChartView();
  /** In the order in which they were chosen; each keeps its place, and so its colour. */
  chosen = $state.raw<(string | null)[]>(remembered());
  readonly curves = new SvelteMap<string, ComparedCurve>();
  readonly #send: (command: EngineCommand) => boolean;

  constructor(send: (command: EngineCommand) => boolean) {
    this.#send = send;
  }

  get ids(): string[] {
    return this.chosen.filter((id) => id !== null);
  }

  get isFull(): boolean {
    return this.ids.length >= MOST_COMPARED;
  }

  /** -1 where it is not chosen. */
  placeOf(id: string): number {
    return this.chosen.indexOf(id);
  }

  toggle(id: string): void {
    if (this.chosen.includes(id)) this.chosen = this.chosen.map((other) => (other === id ? null : other));
    else if (!this.isFull) this.#add(id);
    remember(this.ids);
    this.view.reset();
    this.ask(this.ids);
  }

  /** These and no others, as many as there are colours. */
  choose(ids: readonly string[]): void {
    this.chosen = ids.slice(0, MOST_COMPARED);
    remember(this.ids);
    this.view.reset();
    this.ask(this.ids);
  }

  /** Those that have gone are compared no longer. */
  keepOnly(runs: readonly RunSummary[]): void {
    const isKnown = (id: string | null): boolean => runs.some((run) => run.id === id);
    if (this.ids.every(isKnown)) return;
    this.chosen = this.chosen.map((id) => (isKnown(id) ? id : null));
    remember(this.ids);
  }

  ask(ids: readonly string[]): void {
    const points = Math.floor(POINTS_TOGETHER / Math.max(1, this.ids.length));
    for (const run of ids) {
      const request = `compare-${run}`.slice(0, 120);
      this.#send({
        kind: 'read-curve',
        request,
        run,
        fromUpdate: null,
        toUpdate: null,
        points: Math.min(2000, points),
      });
    }
  }

  received(event: EngineEvent): void {
    if (event.kind !== 'curve') return;
    const { request, run, metrics, validations } = event;
    if (!request.startsWith('compare-') || !this.chosen.includes(run)) return;
    this.curves.set(run, { metrics, validations });
  }

  /** All that the curves span. */
  extent(): Range {
    const { axis, isLogX } = this.view;
    const curves = this.ids.flatMap((id) => this.curves.get(id)?.metrics ?? []);
    const last = curves.reduce((most, point) => Math.max(most, xOf(point, axis)), 0);
    const first = curves.reduce((least, point) => Math.min(least, xOf(point, axis)), Infinity);
    return { from: isLogX && Number.isFinite(first) ? Math.max(first, 1e-3) : 0, to: last || 1 };
  }

  #add(id: string): void {
    const free = this.chosen.indexOf(null);
    this.chosen = free < 0 ? [...this.chosen, id] : this.chosen.with(free, id);
  }
}
