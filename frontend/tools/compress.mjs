// Lays a .br and a .gz beside each file of the build that shrinks: an intranet page over plain http is offered gzip only.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = process.argv[2];
const texts = /\.(js|mjs|css|svg|json|wasm|bcmap|txt|ttf|pfb)$/;
let plain = 0;
let packed = 0;
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  const file = join(folder, name);
  if (!texts.test(name) || !statSync(file).isFile()) continue;
  const content = readFileSync(file);
  if (content.length < 512) continue;
  const br = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
  const gz = gzipSync(content, { level: 9 });
  if (gz.length < content.length * 0.95) writeFileSync(`${file}.gz`, gz);
  if (br.length < content.length * 0.95) writeFileSync(`${file}.br`, br);
  plain += content.length;
  packed += br.length;
}
console.log(`压缩：${Math.round(plain / 1024)} KB → ${Math.round(packed / 1024)} KB（br）`);
