// Many lanes are two halves: what is summed over lanes is summed over each half by itself, then joined, so that two threads can each keep to
// their own lanes' data. Fixed by the number of lanes alone: no bit depends on the threads.
import type { Matrices } from './packed-network';
import { hasHalves } from './shape';
import { partOf, type Range, type Workspace } from './workspace';

export interface LaneHalf {
  lanes: Range;
  /** Where the weights' gradients over these lanes go; the first half's become those over all. */
  sums: Matrices;
}

/** Both halves, or all lanes as one where they are few. */
export function halvesOf({ shape, layout }: Pick<Workspace, 'shape' | 'layout'>): LaneHalf[] {
  const { lanes } = shape;
  if (!hasHalves(shape)) return [{ lanes: { first: 0, end: lanes }, sums: layout.gradients }];
  return [layout.gradients, layout.laterGradients].map((sums, thread) => ({
    lanes: partOf(lanes, { thread, threads: 2 }),
    sums,
  }));
}

/** Whether each of the threads has a half to itself. */
export function ownsHalf({ shape, threads }: Pick<Workspace, 'shape' | 'threads'>): boolean {
  return threads === 2 && hasHalves(shape);
}
