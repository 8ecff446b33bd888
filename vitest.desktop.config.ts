// The desktop tests: they drive the packaged application, one after another, on the display that build/test.mjs gives them.
import { defineConfig } from 'vitest/config';

// `npm run screenshots` uses the same harness to take its pictures.
const takesPictures = process.env.UNROLL_SCREENSHOTS === '1';

export default defineConfig({
  test: {
    include: takesPictures ? ['test/desktop/take-screenshots.ts'] : ['test/desktop/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
