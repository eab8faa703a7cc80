import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

/** Builds the page around the grid as the product is built, and serves it; it is never shipped. */
export async function openSite(): Promise<{ url: string; close: () => Promise<void> }> {
  const root = import.meta.dirname;
  const outDir = mkdtempSync(join(tmpdir(), 'grid-'));
  const common = { root, configFile: join(root, '../../vite.config.ts'), logLevel: 'warn' as const };
  // The test runner's own setting would build the slower React of development.
  process.env.NODE_ENV = 'production';
  await build({
    ...common,
    mode: 'production',
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: join(root, 'page.html') },
    },
  });
  const server = await preview({ ...common, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const [url = ''] = server.resolvedUrls?.local ?? [];
  return {
    url: `${url}page.html`,
    close: async () => {
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}
