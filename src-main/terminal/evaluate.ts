// `unroll evaluate`: how well a network predicts a text, read as one stream from the zero state.
import { openTextFiles } from '../../src-engine/corpus/text-files';
import { builtFiles } from '../../src-engine/engine-files';
import { defaultSettings } from '../../src-engine/hyperparameters';
import { writeMatrices } from '../../src-engine/model/weights';
import { problem } from '../../src-engine/problem';
import { openPool } from '../../src-engine/training/open-run';
import { evaluateText } from '../../src-engine/training/validate';
import { ORDER } from '../../src-engine/workers/orders';
import { readWeights } from './model-or-run';
import { writeJsonLine } from './output';

export async function evaluate(modelOrRun: string, file: string, { json }: { json?: boolean }): Promise<number> {
  const weights = await readWeights(modelOrRun);
  const text = await openTextFiles([file]);
  if (text.bytes < 2)
    throw problem(
      `"${text.name}" has ${text.bytes} bytes; at least 2 are needed to predict one from the other. Choose a longer text.`,
    );
  const settings = {
    ...defaultSettings(),
    hiddenSize: weights.hiddenSize,
    lanes: 1,
    truncation: 1,
    optimizer: 'sgd' as const,
  };
  const { pool } = await openPool(builtFiles(import.meta.url), settings, weights.alphabet);
  try {
    const { buffer, layout, shape } = pool.work;
    writeMatrices(buffer, layout.weights, shape, weights);
    await pool.order(ORDER.pack, 0);
    const result = await evaluateText(pool, text, 0, text.bytes);
    if (!result) return 1;
    const { bitsPerByte, natsPerByte, bytes } = result;
    if (json) writeJsonLine({ bits_per_byte: bitsPerByte, nats_per_byte: natsPerByte, bytes });
    else
      process.stdout.write(
        `${bitsPerByte.toFixed(4)} bits/byte (${natsPerByte.toFixed(4)} nats) over ${bytes} predictions\n`,
      );
    return 0;
  } finally {
    await pool.close();
    await text.close();
  }
}
