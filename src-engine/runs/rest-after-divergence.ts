// Leaves a run that has diverged as its last checkpoint did, and finds the way out: which checkpoint to go back to, at which rate.
import type { Divergence } from '../protocol/checkpoints';
import type { MetricPoint } from '../protocol/messages';
import { listCheckpoints } from '../run-files/checkpoints';
import { bestOf } from '../run-files/kept-checkpoints';
import { readCurve } from '../run-files/read-curve';
import type { RunFolder, RunRecord } from '../run-files/run-folder';
import { readChanges, readValidations } from '../run-files/run-logs';
import { settingsAt } from '../run-files/setting-changes';
import type { TrainingRun } from '../training/training-run';

/** The loss that was recorded nearest before an update. */
function lossAt(points: MetricPoint[], update: number): number {
  return (points.findLast((point) => point.update <= update) ?? points[0])?.lossNats ?? Infinity;
}

/** The checkpoint to go back to from a divergence: the best validated one, or where nothing is validated the one with the least loss. */
async function checkpointBefore(folder: RunFolder, update: number): Promise<number | null> {
  const updates = (await listCheckpoints(folder)).filter((other) => other < update);
  const validations = await readValidations(folder);
  const best = bestOf(validations.filter((point) => updates.includes(point.update)));
  if (best) return best.update;
  const { metrics } = await readCurve(folder);
  const losses = updates.map((at) => lossAt(metrics, at));
  return updates[losses.indexOf(Math.min(...losses))] ?? null;
}

/** Half of the rate that was too much: of the one in force, or of that at the checkpoint where it was lower. */
async function wayOutOf(folder: RunFolder, record: RunRecord, update: number): Promise<Divergence> {
  const changes = await readChanges(folder);
  const checkpoint = await checkpointBefore(folder, update);
  const rates = [update, (checkpoint ?? update) - 1].map((at) => settingsAt(record.settings, changes, at).learningRate);
  return { update, checkpoint, learningRate: Math.min(...rates) / 2 };
}

/** Leaves a run as its last checkpoint did, with the way out reported beside the reason. */
export async function restAfterDivergence(run: TrainingRun, sentence: string): Promise<void> {
  const { storage, update } = run;
  try {
    await storage.flush();
    storage.record.divergence = await wayOutOf(storage.folder, storage.record, update);
    await storage.setState('paused', sentence);
  } catch {
    // Where nothing can be written the run counts as interrupted, and that is what it will say.
  }
  // Only now may others open it. What its logs could not take was past the checkpoint.
  await run.close().catch(() => undefined);
}
