// Holds how a chart of losses is looked at: its unit, its axes, its smoothing, and the stretch that is seen.
import type { LossUnit } from '../numbers/loss-unit';
import { atTheEnd, panned, zoomed, type Range, type Scale } from './chart-range';
import type { XAxis } from './x-axis';

export class ChartView {
  unit = $state<LossUnit>('bits');
  smoothing = $state(0.9);
  isLogY = $state(false);
  /** Whether the losses that matter fill the height; else all are in the picture. */
  fitsLoss = $state(true);
  /** Whether the picture moves on as the run does. */
  follows = $state(true);
  #axis = $state<XAxis>('updates');
  #isLogX = $state(false);
  /** Null shows everything. */
  #range = $state.raw<Range | null>(null);

  get axis(): XAxis {
    return this.#axis;
  }

  /** A stretch of one axis says nothing on another. */
  set axis(axis: XAxis) {
    this.#axis = axis;
    this.reset();
  }

  get isLogX(): boolean {
    return this.#isLogX;
  }

  set isLogX(isLogX: boolean) {
    this.#isLogX = isLogX;
    this.reset();
  }

  get isZoomed(): boolean {
    return this.#range !== null;
  }

  /** What is seen of `extent`. */
  shown(extent: Range): Range {
    if (!this.#range) return extent;
    return (this.follows ? atTheEnd(this.#range, this.#scale(extent)) : this.#range) ?? extent;
  }

  zoom(extent: Range, factor: number, share: number): void {
    this.#show(extent, zoomed(this.shown(extent), factor, share, this.#scale(extent)));
  }

  pan(extent: Range, share: number): void {
    this.#show(extent, panned(this.shown(extent), share, this.#scale(extent)));
  }

  reset(): void {
    this.#range = null;
    this.follows = true;
  }

  /** Off holds the picture still, also where it shows everything so far. */
  toggleFollowing(extent: Range): void {
    this.#range = this.shown(extent);
    this.follows = !this.follows;
  }

  #show(extent: Range, range: Range | null): void {
    this.#range = range;
    this.follows = range === null || range.to >= extent.to;
  }

  #scale(extent: Range): Scale {
    return { extent, isLogarithmic: this.#isLogX };
  }
}
