// Lets the lane workers use the average of the weights, where one is kept, in the place of the weights that are trained.
import { ORDER } from '../workers/orders';
import type { LaneWorkerPool } from '../workers/lane-worker-pool';

function exchange({ work }: LaneWorkerPool): void {
  const { buffer, layout } = work;
  const weights = new Float32Array(buffer, layout.weights.Wxh, layout.parameters);
  const average = new Float32Array(buffer, layout.model.Wxh, layout.parameters);
  const kept = weights.slice();
  weights.set(average);
  average.set(kept);
}

/** Between two orders: `use` finds the model's weights where the trained ones were; afterwards all is as before. */
export async function withModelInPlace<T>(pool: LaneWorkerPool, use: () => Promise<T>): Promise<T> {
  if (!pool.work.shape.averages) return use();
  exchange(pool);
  try {
    await pool.order(ORDER.pack, 0);
    return await use();
  } finally {
    exchange(pool);
    await pool.order(ORDER.pack, 0);
  }
}
