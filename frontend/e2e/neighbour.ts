import { randomUUID } from 'node:crypto';
import { applicationOf, batchOf, type Clerk, clerk, got } from './clerk';
import type { World } from './world';

const [inner, coast] = ['370686', '370683']; // 栖霞市 is still writing, 莱州市 has submitted

/** Gives 烟台市 two applications to choose from: 栖霞市 hands in its papers and submits, and the city accepts both. */
export async function makeNeighbours(world: World): Promise<void> {
  const filer = await clerk(world, `${inner}-tb`);
  const { id } = await applicationOf(filer, inner, '-LX');
  // 莱州市's document is 栖霞市's under another name: it has handed in what is missing here.
  const other = await clerk(world, `${coast}-tb`);
  const like = (await applicationOf(other, coast, '-LX')).id;
  const { document } = await got(other.GET('/applications/{id}', { params: { path: { id: like } } }));
  for (const paper of document?.attachments ?? []) {
    const form = new FormData();
    form.set('kind', paper.kind);
    form.set('docId', paper.id);
    form.set('file', new Blob([`%PDF-1.7\n% ${paper.id}\n%%EOF\n`], { type: 'application/pdf' }), paper.fileName);
    const header = { 'Idempotency-Key': randomUUID() };
    await got(
      filer.POST('/applications/{id}/attachments', {
        params: { path: { id }, header },
        body: { kind: paper.kind, file: '' },
        bodySerializer: () => form,
      }),
    );
  }
  await step(await clerk(world, `${inner}-qb`), inner, 'submit');
  const city = await clerk(world, '370600-sh');
  for (const county of [inner, coast]) await step(city, county, 'accept');
}

async function step(c: Clerk, county: string, action: 'submit' | 'accept'): Promise<void> {
  const { id, version } = await applicationOf(c, county, '-LX');
  const header = { 'If-Match': `"${version}"`, 'Idempotency-Key': randomUUID() };
  await got(c.POST('/applications/{id}/actions', { params: { path: { id }, header }, body: { action } }));
}

/** Publishes the batch's rules anew with 栖霞市 among the counties on the river, from now on. */
export async function putOnTheRiver(world: World): Promise<void> {
  const province = await clerk(world, 'sheng-zx');
  const { id: batchId, version } = await batchOf(province, '-LX');
  const pack = await got(province.GET('/batches/{batchId}/pack', { params: { path: { batchId } } }));
  const river = Array.isArray(pack.yellowRiverCounties) ? pack.yellowRiverCounties : [];
  await got(
    province.POST('/batches/{batchId}/pack', {
      params: { path: { batchId }, header: { 'If-Match': `"${version}"`, 'Idempotency-Key': randomUUID() } },
      body: {
        docNo: '练习〔9〕号',
        pack: { ...pack, yellowRiverCounties: [...river, { code: inner, name: '栖霞市' }] },
      },
    }),
  );
}
