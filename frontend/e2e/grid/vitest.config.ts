import { defineConfig } from 'vitest/config';

// The grid alone in a real browser: keys, clipboard, input method, readers of the screen.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
