// `unroll gradients`: the first update's gradients over a whole file, for checking an implementation against this one.
import { basename } from 'node:path';
import { createLaneReader } from '../../src-engine/corpus/lane-reader';
import { layLanes } from '../../src-engine/corpus/lanes';
import { openTextFiles } from '../../src-engine/corpus/text-files';
import { builtFiles } from '../../src-engine/engine-files';
import { defaultSettings, settingsProblem, stepsPerUpdate } from '../../src-engine/hyperparameters';
import { encodeModel } from '../../src-engine/model/model-file';
import { readMatrices, writeMatrices } from '../../src-engine/model/weights';
import { writeWholeFile } from '../../src-engine/model/write-whole-file';
import { openPool } from '../../src-engine/runs/open-run';
import { ORDER } from '../../src-engine/workers/orders';
import { readWeights } from './model-or-run';
import { problem } from '../../src-engine/problem';
import { writeJsonLine } from './output';
import { writeText } from './streams';
import { chosenSettings, usageProblem } from './usage';

export async function gradients(
  model: string,
  file: string,
  options: Record<string, unknown> & { out: string; json?: boolean },
): Promise<number> {
  const weights = await readWeights(model);
  const settings = {
    ...defaultSettings(),
    ...chosenSettings(options),
    hiddenSize: weights.hiddenSize,
    optimizer: 'sgd' as const,
  };
  const wrong = settingsProblem(settings);
  if (wrong) throw usageProblem(wrong);
  const text = await openTextFiles([file]);
  const lanes = layLanes(text.name, text.bytes, settings.lanes, stepsPerUpdate(settings));
  const { pool } = await openPool(builtFiles(import.meta.url), settings, weights.alphabet);
  try {
    const { layout, shape, buffer, u8, f64 } = pool.work;
    writeMatrices(buffer, layout.weights, shape, weights);
    await pool.order(ORDER.pack, 0);
    await createLaneReader(text, lanes).fill(u8.subarray(layout.feed), 0, 1);
    u8.fill(1, layout.begins, layout.begins + settings.lanes);
    await pool.order(ORDER.gradients, 1);
    const [lossNats, gradientNorm] = f64.subarray(layout.results / 8);
    if (!Number.isFinite(lossNats) || !Number.isFinite(gradientNorm)) {
      throw problem(`"${basename(model)}" gives a loss or gradients that are not finite. Choose another model.`);
    }
    const found = readMatrices(buffer, layout.gradients, shape);
    await writeWholeFile(options.out, encodeModel(found, { format: 'unroll-gradients' }));
    if (options.json) writeJsonLine({ loss_nats: lossNats, gradient_norm: gradientNorm });
    else writeText(process.stdout, `loss ${lossNats} nats, gradient norm ${gradientNorm}\n`);
    return 0;
  } finally {
    await pool.close();
    await text.close();
  }
}
