import { randomUUID } from 'node:crypto';
import { applicationOf, batchOf, type Clerk, clerk, got } from './clerk';
import type { World } from './world';

/** When the ranking is locked and nothing is proposed yet. */
export const untilNotices = '2023-01-13T18:00:00+08:00';

const phone = '0531-51775100';

/** Gives notice of 平邑县, with two objections of which one is answered, and drafts a notice of 栖霞市. */
export async function makeNotices(world: World): Promise<void> {
  const bureaus = [await clerk(world, 'sheng-zx'), await clerk(world, 'sheng-cz')] as const;
  const [c] = bureaus;
  for (const bureau of bureaus) await propose(bureau, '371326');
  const open = await draft(c);
  const header = { 'If-Match': `"${open.version}"`, 'Idempotency-Key': randomUUID() };
  const path = { noticeId: open.id };
  await got(c.POST('/notices/{noticeId}/actions', { params: { path, header }, body: { action: 'open' } }));
  const object = (text: string) =>
    c.POST('/public/notices/{noticeId}/objections', { params: { path }, body: { text } });
  const first = await got(object('推进区道路项目与既有工程是否重复？'));
  await got(object('公示的行政村中，有两个村已列入上一批推进区，请核实后说明。'));
  await answer(c, open.id, first.receiptNo);
  for (const bureau of bureaus) await propose(bureau, '370686');
  await draft(c);
}

async function propose(c: Clerk, county: string): Promise<void> {
  const { id, version } = await applicationOf(c, county, '-02');
  const header = { 'If-Match': `"${version}"`, 'Idempotency-Key': randomUUID() };
  const body = { action: 'propose', opinion: '合成分达到合格线，拟立项。' } as const;
  await got(c.POST('/applications/{id}/actions', { params: { path: { id }, header }, body }));
}

/** Drafts a notice of what is proposed, with the telephone it must name. */
async function draft(c: Clerk) {
  const batchId = (await batchOf(c, '-02')).id;
  const key = { 'Idempotency-Key': randomUUID() };
  const made = await got(c.POST('/batches/{batchId}/notices', { params: { path: { batchId }, header: key } }));
  const { id: noticeId, title, body, channel } = made;
  const header = { 'If-Match': `"${made.version}"` };
  const reply = c.PUT('/notices/{noticeId}', {
    params: { path: { noticeId }, header },
    body: { title, body, channel, phone },
  });
  return got(reply);
}

async function answer(c: Clerk, noticeId: string, receiptNo: string): Promise<void> {
  const { items } = await got(c.GET('/notices/{noticeId}/objections', { params: { path: { noticeId } } }));
  const objection = items.find((o) => o.receiptNo === receiptNo);
  if (!objection) throw new Error(`no objection ${receiptNo}`);
  const header = { 'If-Match': `"${objection.version}"`, 'Idempotency-Key': randomUUID() };
  const body = { action: 'answer', upheld: false, answer: '经核对项目库与现场，两条道路起止点不同，不重复。' } as const;
  await got(
    c.POST('/objections/{objectionId}/actions', { params: { path: { objectionId: objection.id }, header }, body }),
  );
}
