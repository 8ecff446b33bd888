import { describe, expect, test } from 'vitest';
import { readMatrices } from '../../../src-engine/model/weights';
import { goldenCases, worstShare, type GoldenCase } from '../../fixtures/golden';
import { oneThread, settingsOf, weightsOf } from '../one-thread';

const NAMES = ['Wxh', 'Whh', 'Who'] as const;
/** In the saturated case one unit in the last place of tanh is worth up to 1e-3 (see the fixtures' README). */
const tolerance = (golden: GoldenCase) => (golden.name === 'gradients-saturated' ? 2e-3 : 1e-5);

describe.each(['fast', 'strict'] as const)('the %s kernels', (variant) => {
  test.each(goldenCases())('agree with the reference values of $name', (golden) => {
    const run = oneThread(settingsOf(golden), golden.text, weightsOf(golden), variant);
    const { buffer, layout, shape } = run.work;
    for (let update = 0; update < golden.updates; update++) {
      const { lossNats, gradientNorm } = run.update(golden.optimizer === null);
      expect(worstShare([lossNats], [golden.lossNats[update]!])).toBeLessThan(tolerance(golden));
      expect(worstShare([gradientNorm], [golden.gradientNorm[update]!])).toBeLessThan(tolerance(golden));
    }
    const block = golden.optimizer === null ? layout.gradients : layout.weights;
    const found = readMatrices(buffer, block, shape);
    for (const name of NAMES) expect(worstShare(found[name], golden.expected[name])).toBeLessThan(tolerance(golden));
  });
});
