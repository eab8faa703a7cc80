import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { leanAntd } from './tools/leanAntd.ts';
import { pdfFiles } from './tools/pdfFiles.ts';
import { strictAntd } from './tools/strictAntd.ts';

// Importing antd's index pulls every component used anywhere into the entry chunk; the deep path lets each page bring its own.
const deepAntd = (): Plugin => ({
  name: 'deep-antd',
  enforce: 'pre',
  transform(code, id) {
    if (!/\.tsx?$/.test(id) || !code.includes("'antd'")) return null;
    return code.replace(/^import \{([^}]+)\} from 'antd';$/gm, (_, names: string) =>
      names
        .split(',')
        .map((n) => n.trim())
        .filter((n) => n !== '' && !n.startsWith('type '))
        .map((n) => {
          const [from = '', as = from] = n.split(' as ').map((p) => p.trim());
          const folder =
            from === 'theme'
              ? 'theme'
              : from
                  .replace(/([a-z])([A-Z])/g, '$1-$2')
                  .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2') // QRCode
                  .toLowerCase();
          return `import ${as} from 'antd/es/${folder}';`;
        })
        .join(''),
    );
  },
});

export default defineConfig({
  plugins: [deepAntd(), strictAntd(), leanAntd(), react(), pdfFiles()],
  resolve: {
    alias: [
      { find: '@', replacement: fileURLToPath(new URL('./src', import.meta.url)) },
      // The package names only its development build, whichever is asked for.
      {
        find: /^react-router$/,
        replacement: fileURLToPath(new URL('./node_modules/react-router/dist/production/index.mjs', import.meta.url)),
      },
    ],
  },
  build: { target: 'chrome86', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  server: { proxy: { '/api': { target: process.env.XIANJIE_API ?? 'http://127.0.0.1:8080', changeOrigin: false } } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
});
