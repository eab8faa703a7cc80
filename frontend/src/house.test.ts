import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, it } from 'vitest';

const src = import.meta.dirname;
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (f) => /\.(tsx?|css)$/.test(f) && !f.endsWith('.d.ts') && !/\.test\.tsx?$/.test(f),
);

/** What a file imports, as a path below src. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, from = '']) => {
    if (from.startsWith('@/')) return [from.slice(2)];
    return from.startsWith('.') ? [relative(src, join(src, file, '..', from))] : [];
  });
}

const room = (path: string) =>
  path
    .split(sep)
    .slice(0, path.startsWith('features') ? 2 : 1)
    .join('/');

// Which rooms a room may enter, besides itself.
const arrows: Record<string, string[]> = {
  lib: [],
  api: ['lib'],
  components: ['lib', 'api', 'theme'],
  features: ['lib', 'api', 'components', 'theme'],
};

it('lets data flow one way: a feature enters no other, components no feature, lib nothing', () => {
  const wrong = files.flatMap((file) => {
    const own = room(file);
    const may = arrows[own.split('/')[0] ?? ''];
    if (!may || !file.includes(sep)) return [];
    return (
      importsOf(file)
        // What lies outside src is cases both sides are tested with.
        .filter((to) => !to.startsWith('..') && room(to) !== own && !may.includes(room(to)))
        .map((to) => `${file} → ${to}`)
    );
  });
  expect(wrong).toEqual([]);
});

it('names colours and font sizes in theme.ts only', () => {
  const wrong = files.filter(
    (f) =>
      !/theme\.ts$|print\.css$|\.test\./.test(f) &&
      /#[0-9a-f]{3,8}\b[^a-z]|font-size: ?\d/i.test(
        readFileSync(join(src, f), 'utf8').replace(/`#\$\{|href="#|#root/g, ''),
      ),
  );
  expect(wrong).toEqual([]);
});
