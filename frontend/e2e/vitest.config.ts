import { defineConfig } from 'vitest/config';

// Journeys in a real browser against the real program; every one on both databases.
export default defineConfig({
  test: {
    fileParallelism: false,
    projects: ['sqlite', 'postgres'].map((name) => ({
      test: {
        name,
        root: import.meta.dirname,
        include: ['journeys/**/*.test.ts'],
        globalSetup: './setup.ts',
        testTimeout: 180_000,
        hookTimeout: 180_000,
      },
    })),
  },
});
