import { Alert } from 'antd';
import type { Shape } from '@/api/types';
import { Countdown } from '@/components/Countdown';
import { showDeadline, showTime } from '@/lib/time';

interface Props {
  hearing: NonNullable<Shape<'Consultations'>['hearing']>;
  decided: boolean;
}

/** What the county is accused of and until when it may answer; once it is decided, on what it was. */
export function HearingNote({ hearing, decided }: Props) {
  return (
    <Alert
      type={decided ? 'info' : 'warning'}
      showIcon
      style={{ marginBottom: 16 }}
      title={
        <>
          <strong>
            {hearing.by.label}于 {showTime(hearing.toldAt)} 提出取消资格
          </strong>{' '}
          {!decided && <Countdown label="申辩期至" at={hearing.until} />}
        </>
      }
      description={
        <>
          <p>依据条款：{hearing.clause}</p>
          <p style={{ whiteSpace: 'pre-wrap' }}>事实：{hearing.facts}</p>
          <p>
            {decided
              ? `申辩期于 ${showDeadline(hearing.until)} 届满，两厅局已作出决定。`
              : `申辩期至 ${showDeadline(hearing.until)} 届满，此前不作决定；县里可在届满前向${hearing.by.label}提出书面申辩。`}
          </p>
        </>
      }
    />
  );
}
