import { Alert } from 'antd';
import type { Shape } from '@/api/types';
import { Countdown } from '@/components/Countdown';
import { fieldWord } from '@/components/proposal/fields';
import { showTime } from '@/lib/time';
import { word } from '@/lib/words';

export type Slip = Shape<'ReturnSlip'>;

/** 退回单, always on top while it is open: who returned it, why, what to mend, by when. */
export function SlipNote({ slip, onGo }: { slip: Slip; onGo?: (item: Slip['items'][number]) => void }) {
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={
        <>
          <strong>
            {slip.by.label}于 {showTime(slip.returnedAt)} 退回补正
          </strong>{' '}
          <Countdown label="补正截止" at={slip.dueAt} />
        </>
      }
      description={
        <>
          <p>意见：{slip.opinion}</p>
          <ul style={{ paddingLeft: 20 }}>
            {slip.items.map((item) => (
              <li key={`${item.section}${item.row}${item.fields?.join()}${item.note}`}>
                {saidOf(item)}
                {onGo && (
                  <>
                    {' '}
                    <a
                      href={`#${item.section}`}
                      onClick={(e) => {
                        e.preventDefault();
                        onGo(item);
                      }}
                    >
                      定位
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
          <p>只有以上内容和决议、上报文件、部门承诺可以改动，其余已冻结。</p>
        </>
      }
    />
  );
}

/** One thing to mend, in words. */
export function saidOf(item: Slip['items'][number]): string {
  const row = item.section === 'attachments' && item.row ? word('attachmentKind', item.row) : (item.row ?? '');
  const fields = item.fields?.map((f) => fieldWord(item.section, f)).join('、') ?? '';
  const place = [word('section', item.section), row, fields].filter((t) => t !== '').join(' › ');
  return item.note ? `${place}：${item.note}` : place;
}
