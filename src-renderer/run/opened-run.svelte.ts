// Holds what is shown of the opened run: its curve, validations and samples, as they arrive.
import type { RunMark } from '../../src-engine/protocol/checkpoints';
import type {
  EngineCommand,
  EngineEvent,
  MetricPoint,
  Sample,
  SettingChange,
  ValidationPoint,
} from '../../src-engine/protocol/messages';
import { Checkpoints } from '../train/checkpoints.svelte';
import { FinerPoints, withFiner } from '../train/finer-points.svelte';
import type { Range } from '../train/chart-range';
import { xOf, type XAxis } from '../train/x-axis';
import { CurveBuffer } from '../train/curve-buffer';
import { withValidation } from '../train/kept-validations';
import { FrameSignal } from '../drawing/frame-signal';

const MOST_SAMPLES = 300;
/** Numbers that change more often cannot be read, and drawing takes time from the training. */
const REDRAW_MS = 250;

type History = Extract<EngineEvent, { kind: 'history' }>;
/** What the engine reports about the opened run only. */
export type OpenedRunEvent = Extract<
  EngineEvent,
  {
    kind:
      | 'history'
      | 'metrics'
      | 'validating'
      | 'validation'
      | 'sample'
      | 'setting-changed'
      | 'curve'
      | 'marked'
      | 'checkpoints'
      | 'checkpoint-saved';
  }
>;

export class OpenedRun {
  readonly id: string;
  /** Plain data, not reactive: twenty points a second would make every one of them a signal. `version` counts changes. */
  curve = new CurveBuffer();
  validations: ValidationPoint[] = [];
  samples = $state.raw<Sample[]>([]);
  /** Settings changed while it trained, oldest first. */
  changes = $state.raw<SettingChange[]>([]);
  /** Where it was resumed or gone back to, oldest first. */
  marks = $state.raw<RunMark[]>([]);
  /** Of the stretch that is looked at more closely. */
  readonly finer: FinerPoints;
  readonly checkpoints: Checkpoints;
  latest = $state.raw<MetricPoint | null>(null);
  /** How much of a long validation is done; null while there is none. */
  validating = $state<number | null>(null);
  /** Rises a few times a second, after the curve or the validations have changed. */
  version = $state(0);
  #newest: MetricPoint | null = null;
  readonly #redraw = new FrameSignal(() => {
    this.latest = this.#newest;
    this.version += 1;
  }, REDRAW_MS);

  constructor(id: string, send: (command: EngineCommand) => boolean) {
    this.id = id;
    this.finer = new FinerPoints(id, send);
    this.checkpoints = new Checkpoints(id, send);
  }

  get isEmpty(): boolean {
    return this.version === 0 || (this.curve.length === 0 && this.validations.length === 0);
  }

  /** The validations so far; plain data, counted by `version`. */
  validationsNow(): ValidationPoint[] {
    return this.version < 0 ? [] : this.validations;
  }

  /** From where to where the run continues an axis; a logarithmic one has no zero. */
  extent(axis: XAxis, isLogarithmic: boolean): Range {
    const points = this.curve.points();
    const [first, last] = [points[0], points.at(-1)];
    const end = last ? xOf(last, axis) : 1;
    return { from: isLogarithmic && first ? Math.max(xOf(first, axis), end / 1e9) : 0, to: end || 1 };
  }

  /** The curve as finely as it is known. */
  points(): MetricPoint[] {
    return withFiner(this.curve.points(), this.finer.metrics);
  }

  received(event: OpenedRunEvent): void {
    switch (event.kind) {
      case 'history':
        this.#replace(event);
        return;
      case 'metrics':
        this.#append(event.points);
        return;
      case 'validating':
        this.validating = event.share < 1 ? event.share : null;
        return;
      case 'validation':
        this.#validated(event.point);
        return;
      case 'sample':
        this.#sampled(event.sample);
        return;
      case 'setting-changed':
        this.changes = [...this.changes, event.change];
        return;
      case 'curve':
        this.finer.received(event);
        return;
      case 'marked':
        this.marks = [...this.marks, event.mark];
        return;
      case 'checkpoints':
      case 'checkpoint-saved':
        this.checkpoints.received(event);
        return;
      default:
        event satisfies never;
    }
  }

  #replace(history: History): void {
    this.curve = new CurveBuffer(history.metrics, history.recordsPerPoint);
    this.finer.forget();
    this.#newest = null;
    this.marks = history.marks;
    this.validations = history.validations;
    this.changes = history.changes;
    this.samples = history.samples.slice(-MOST_SAMPLES);
    this.#newest = history.metrics.at(-1) ?? null;
    this.#redraw.request();
  }

  #append(points: MetricPoint[]): void {
    for (const point of points) this.curve.append(point);
    this.#newest = points.at(-1) ?? this.#newest;
    this.#redraw.request();
  }

  #validated(point: ValidationPoint): void {
    this.validations = withValidation(this.validations, point);
    this.#redraw.request();
  }

  #sampled(sample: Sample): void {
    this.samples = [...this.samples.filter((known) => known.update < sample.update), sample].slice(-MOST_SAMPLES);
  }
}
