// Holds what is shown of the opened run: its curve, validations and samples, as they arrive.
import type { EngineEvent, MetricPoint, Sample, SettingChange, ValidationPoint } from '../../src-engine/protocol';
import { CurveBuffer } from '../train/curve-buffer';
import { FrameSignal } from '../drawing/frame-signal';

const MOST_SAMPLES = 50;
/** Numbers that change more often cannot be read, and drawing takes time from the training. */
const REDRAW_MS = 125;

type History = Extract<EngineEvent, { kind: 'history' }>;
/** What the engine tells of the opened run only. */
export type OpenedRunEvent = Extract<
  EngineEvent,
  { kind: 'history' | 'metrics' | 'validation' | 'sample' | 'setting-changed' }
>;

export class OpenedRun {
  readonly id: string;
  /** Plain data, not reactive: twenty points a second would make every one of them a signal. `version` tells of changes. */
  curve = new CurveBuffer();
  validations: ValidationPoint[] = [];
  samples = $state.raw<Sample[]>([]);
  /** Settings changed while it trained, oldest first. */
  changes = $state.raw<SettingChange[]>([]);
  latest = $state.raw<MetricPoint | null>(null);
  /** Rises a few times a second, after the curve or the validations have changed. */
  version = $state(0);
  #newest: MetricPoint | null = null;
  readonly #redraw = new FrameSignal(() => {
    this.latest = this.#newest;
    this.version += 1;
  }, REDRAW_MS);

  constructor(id: string) {
    this.id = id;
  }

  get isEmpty(): boolean {
    return this.version === 0 || (this.curve.length === 0 && this.validations.length === 0);
  }

  received(event: OpenedRunEvent): void {
    switch (event.kind) {
      case 'history':
        this.#replace(event);
        return;
      case 'metrics':
        this.#append(event.points);
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
      default:
        event satisfies never;
    }
  }

  #replace(history: History): void {
    this.curve = new CurveBuffer();
    this.#newest = null;
    this.validations = history.validations;
    this.changes = history.changes;
    this.samples = history.samples.slice(-MOST_SAMPLES);
    this.#append(history.metrics);
  }

  #append(points: MetricPoint[]): void {
    for (const point of points) this.curve.append(point);
    this.#newest = points.at(-1) ?? this.#newest;
    this.#redraw.request();
  }

  #validated(point: ValidationPoint): void {
    this.validations = [...this.validations.filter((known) => known.update < point.update), point];
    this.#redraw.request();
  }

  #sampled(sample: Sample): void {
    this.samples = [...this.samples.filter((known) => known.update < sample.update), sample].slice(-MOST_SAMPLES);
  }
}
