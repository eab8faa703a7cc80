import type { Sections } from '@/api/draft';
import { options } from '@/api/words';
import type { Lock } from '../draft/lock';
import { ChoiceField } from '../fields/ChoiceField';
import { DayField } from '../fields/DayField';
import styles from '../fields/Field.module.css';
import { FlagField } from '../fields/FlagField';
import { NamesField } from '../fields/NamesField';
import { TextField } from '../fields/TextField';

type Value = Sections['papers'];
type Resolution = NonNullable<Value['resolution']>;

interface Props {
  value: Value;
  lock: Lock;
  onChange: (value: Value, field: string) => void;
}

const decisions = options<Resolution['decision']>('decision');
const blank: Resolution = { body: '', meetingNo: '', date: '', decision: '' };

/** 常务会议决议 and 县政府上报文件. A county that has not met yet has no resolution at all. */
export function PapersFields({ value, lock, onChange }: Props) {
  const { resolution, officialLetter: letter } = value;
  const put = (to: Partial<Resolution>) =>
    onChange({ ...value, resolution: { ...(resolution ?? blank), ...to } }, Object.keys(to).join());
  const putLetter = (to: Partial<Value['officialLetter']>) =>
    onChange({ ...value, officialLetter: { ...letter, ...to } }, Object.keys(to).join());
  const r = (field: keyof Resolution) => ({
    pointer: `/resolution/${field}`,
    lock: lock('papers', '', `resolution.${field}`),
  });
  const l = (field: keyof Value['officialLetter']) => ({
    pointer: `/officialLetter/${field}`,
    lock: lock('papers', '', `officialLetter.${field}`),
  });
  return (
    <div className={styles.grid}>
      <FlagField
        wide
        pointer="/resolution"
        label="县政府常务会议已研究"
        lock={lock('papers', '', 'resolution')}
        value={resolution !== null}
        onChange={(met) => onChange({ ...value, resolution: met ? blank : null }, 'resolution')}
      />
      {resolution && (
        <>
          <TextField {...r('body')} label="会议名称" value={resolution.body} onChange={(body) => put({ body })} />
          <TextField
            {...r('meetingNo')}
            label="会次"
            value={resolution.meetingNo}
            onChange={(meetingNo) => put({ meetingNo })}
          />
          <DayField {...r('date')} label="会议日期" value={resolution.date} onChange={(date) => put({ date })} />
          <ChoiceField
            {...r('decision')}
            label="会议结论"
            none=""
            choices={decisions}
            value={resolution.decision}
            onChange={(decision) => put({ decision })}
          />
          <TextField
            {...r('minutesAttachmentId')}
            label="会议纪要附件编号"
            hint="在⑦附件中上传后所得的编号，如 ATT03"
            max={32}
            value={resolution.minutesAttachmentId ?? ''}
            onChange={(no) => put({ minutesAttachmentId: no === '' ? undefined : no })}
          />
        </>
      )}
      <TextField
        {...l('issuer')}
        label="上报文件发文单位"
        hint="以县（市、区）人民政府名义"
        value={letter.issuer}
        onChange={(issuer) => putLetter({ issuer })}
      />
      <TextField {...l('docNo')} label="文号" value={letter.docNo} onChange={(docNo) => putLetter({ docNo })} />
      <DayField {...l('date')} label="成文日期" value={letter.date} onChange={(date) => putLetter({ date })} />
      <NamesField
        wide
        {...l('addressees')}
        label="主送机关"
        hint="须含市乡村振兴局和市财政局；按回车分开"
        value={letter.addressees}
        onChange={(addressees) => putLetter({ addressees })}
      />
    </div>
  );
}
