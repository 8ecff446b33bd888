// A copy of the model's weights as they stood after an update, for those who cannot wait for the workers: writing, exporting.
import { readMatrices, type Weights } from '../model/weights';
import type { Workspace } from '../model/workspace';
import { createThrottle } from '../throttle';

/** How old it may be while training continues: copying takes 2 ms at H 1,024. */
const PUBLISH_EVERY_MS = 500;

export interface PublishedWeights {
  update: number;
  weights: Weights;
}

export interface Publisher {
  /** Only between two updates. */
  publish(update: number): void;
  publishNowAndThen(update: number): void;
  /** At any time; never written to again. */
  latest(): PublishedWeights;
}

export function createPublisher({ buffer, layout, shape }: Workspace, firstUpdate: number): Publisher {
  const copyOf = (update: number) => ({ update, weights: readMatrices(buffer, layout.model, shape) });
  let published = copyOf(firstUpdate);
  const throttle = createThrottle(PUBLISH_EVERY_MS);
  throttle.restart();
  const publish = (update: number) => {
    published = copyOf(update);
    throttle.restart();
  };
  return {
    publish,
    publishNowAndThen(update) {
      if (throttle.isDue()) publish(update);
    },
    latest: () => published,
  };
}
