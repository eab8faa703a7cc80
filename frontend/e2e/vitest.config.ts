import { defineConfig } from 'vitest/config';
import type { Kind } from './template';

// The way of an application and of its money from desk to desk, and into the system at all: on both databases. What else the pages do
// does not hang on the database.
const ways = '{county,city,province,experts,funds,audit,frame,signing-in,monthly}';

// Everything that runs a real browser against the real program: the journeys, the ways on both databases; every page once; the
// pictures of every page; the figures. The last two are for people to look at and only run when asked for by name.
const project = (name: string, kind: Kind, include: string) => ({
  test: {
    name,
    root: import.meta.dirname,
    include: [include],
    provide: { kind },
    globalSetup: './setup.ts',
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

export default defineConfig({
  test: {
    // Figures are measured one at a time; scripts/e2e.sh runs two files side by side.
    fileParallelism: false,
    projects: [
      project('sqlite', 'sqlite', 'journeys/**/*.test.ts'),
      project('postgres', 'postgres', `journeys/${ways}.test.ts`),
      project('pages', 'sqlite', 'pages/*.test.ts'),
      project('pictures', 'sqlite', 'pictures/*.test.ts'),
      project('bench', 'sqlite', 'bench/*.test.ts'),
    ],
  },
});
