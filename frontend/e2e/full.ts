import { readFileSync } from 'node:fs';
import type { components } from '../src/api/schema';
import { applicationOf, clerk, got } from './clerk';
import type { World } from './world';

const sample = new URL('../../internal/sample/A01.json', import.meta.url);

// A name as long as real ones get: 30 characters.
const longName = '黄河滩区易地搬迁与乡村振兴融合发展示范片区第一党建联合体新村';

type Proposal = components['schemas']['ProposalBody'];

/** Makes the draft of 栖霞市 as big as drafts get: a hundred projects, long names everywhere. */
export async function makeFull(world: World): Promise<void> {
  const filer = await clerk(world, '370686-tb');
  const row = await applicationOf(filer, '370686', '-LX');
  const doc: Proposal = JSON.parse(readFileSync(sample, 'utf8'));
  const { zone, projects = [] } = doc;
  if (!zone || projects.length === 0) throw new Error('the sample has no zone or no projects');
  doc.batchCode = row.batchCode;
  zone.name = `${longName}衔接乡村振兴集中推进区`;
  zone.villages = zone.villages.map((v, i) => ({ ...v, name: named(longName, i) }));
  doc.projects = Array.from({ length: 100 }, (_, i) => i).flatMap((i) => {
    const like = projects[i % projects.length];
    const id = `P${String(i + 1).padStart(2, '0')}`;
    return like ? [{ ...like, id, name: named(`${longName}产业配套设施提升改造项目`, i) }] : [];
  });
  const reply = filer.PUT('/applications/{id}', {
    params: { path: { id: row.id }, header: { 'If-Match': `"${row.version}"` } },
    body: doc,
  });
  await got(reply);
}

/** Takes the draft of 栖霞市 away and leaves an empty one: no village, no project, no amount. */
export async function makeBare(world: World): Promise<void> {
  const filer = await clerk(world, '370686-tb');
  const row = await applicationOf(filer, '370686', '-LX');
  await filer.DELETE('/applications/{id}', {
    params: { path: { id: row.id }, header: { 'If-Match': `"${row.version}"` } },
  });
  await got(filer.POST('/applications', { body: bare(row) }));
}

function bare(row: { batchCode: string; county: { code: string; name: string } }): Proposal {
  const { batchCode, county } = row;
  return { schemaVersion: '1.0', batchCode, channel: 'CITY_SELECTED', county };
}

function named(name: string, i: number): string {
  return name.slice(0, -2) + String(i + 1).padStart(2, '0');
}
