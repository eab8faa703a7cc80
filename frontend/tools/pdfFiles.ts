import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const home = fileURLToPath(new URL('../node_modules/pdfjs-dist/', import.meta.url));
const folders = ['cmaps', 'standard_fonts', 'wasm'];

/** The character maps, fonts and decoders pdf.js fetches while it draws, served from this site. The version in the address lets them be kept. */
export function pdfFiles(): Plugin {
  const { version }: { version: string } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const base = `assets/pdfjs-${version}`;
  return {
    name: 'pdf-files',
    config: () => ({ define: { __PDF_FILES__: JSON.stringify(`/${base}/`) } }),
    configureServer(server) {
      server.middlewares.use(`/${base}`, (req, res, next) => {
        const [, folder = '', file = ''] = (req.url ?? '').split('/');
        if (!folders.includes(folder) || !readdirSync(join(home, folder)).includes(file)) return next();
        res.end(readFileSync(join(home, folder, file)));
      });
    },
    generateBundle() {
      for (const folder of folders)
        for (const file of readdirSync(join(home, folder)))
          this.emitFile({
            type: 'asset',
            fileName: `${base}/${folder}/${file}`,
            source: readFileSync(join(home, folder, file)),
          });
    },
  };
}
