// The desktop tests: they drive the packaged application, one after another, on the display that build/test.mjs gives them.
import { defineConfig } from 'vitest/config';

// `npm run screenshots` uses the same harness to take its pictures.
const takesPictures = process.env.UNROLL_SCREENSHOTS === '1';
// `npm run bench:writing` uses it to measure.
const measuresWriting = process.env.UNROLL_BENCH_WRITING === '1';
// `npm run bench:window` too.
const measuresWindow = process.env.UNROLL_BENCH_WINDOW === '1';
const measures = measuresWriting || measuresWindow;
const measured = measuresWriting ? 'test/desktop/measure-writing.ts' : 'test/desktop/measure-window.ts';
const alone = measures ? measured : 'test/desktop/take-screenshots.ts';

export default defineConfig({
  test: {
    include: takesPictures || measures ? [alone] : ['test/desktop/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: measures ? 900_000 : 180_000,
    hookTimeout: 180_000,
  },
});
