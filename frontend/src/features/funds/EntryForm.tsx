import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '@/api/client';
import { serverNow } from '@/api/session';
import type { Shape } from '@/api/types';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { wanPlain } from '@/lib/money';
import { Confirm } from './Confirm';
import { blank, type Draft, kindsOffered, levelsOf, linesFor, missing, rowsOf, totalOf } from './draft';
import styles from './Funds.module.css';
import { kindLabels, levelLabels } from './labels';
import { PartInputs } from './PartInputs';
import { useEnter } from './queries';
import { VoucherPicker } from './VoucherPicker';

interface Props {
  account: Shape<'FundAccount'>;
  /** The line whose arrival is reported, where the way here named one. */
  line: string;
}

/** An entry in two steps: filled in, then looked over whole. Its key is made once, so that sending it again enters it once. */
export function EntryForm({ account, line: asked }: Props) {
  const [d, setDraft] = useState<Draft>(() =>
    begun(
      blank(dayjs(serverNow()).format('YYYY-MM-DD')),
      account.lines.find((l) => l.line === asked),
    ),
  );
  const [checking, check] = useState(false);
  const key = useRef(newKey());
  const enter = useEnter();
  const navigate = useNavigate();
  const id = useId();
  const set = (changes: Partial<Draft>) => {
    // Other content is another entry and needs another key.
    key.current = newKey();
    enter.reset();
    setDraft({ ...d, ...changes });
  };

  const lines = linesFor(account, d.kind);
  const line = lines.find((l) => l.line === d.line);
  const levels = levelsOf(line);
  const rows = rowsOf(line, d);
  const lacks = missing(d, rows, levels);

  async function send() {
    if (d.kind === '') return;
    const parts = rows
      .filter((r) => r.amount)
      .map((r) => ({ project: r.project, amount: Number(wanPlain(r.amount ?? 0n)) }));
    const { line: lineKey, level, date, docNo, payee, reason, vouchers, kind } = d;
    const body = {
      application: account.applicationId,
      key: key.current,
      kind,
      line: lineKey,
      level,
      date,
      docNo,
      payee,
      reason,
      vouchers,
      parts,
    };
    const entry = await enter.mutateAsync(body).catch(() => undefined);
    if (entry) navigate(`/funds/entries/${entry.id}`, { replace: true });
  }

  if (checking && d.kind !== '') {
    return (
      <Confirm
        draft={d}
        lineLabel={line?.label ?? ''}
        rows={rows}
        error={enter.error}
        busy={enter.isPending}
        onBack={() => check(false)}
        onSend={send}
      />
    );
  }
  return (
    <>
      <Panel title="内容">
        <RefusalNote error={enter.error} />
        <div className={styles.form}>
          <div>
            <label htmlFor={`${id}kind`}>类型</label>
            <Select
              id={`${id}kind`}
              style={{ width: '100%' }}
              value={d.kind || undefined}
              placeholder="请选择"
              options={kindsOffered(account).map((k) => ({ value: k, label: kindLabels[k] }))}
              onChange={(kind) => set({ kind, line: '', level: '', parts: {} })}
            />
          </div>
          <div>
            <label htmlFor={`${id}line`}>资金条目</label>
            <Select
              id={`${id}line`}
              style={{ width: '100%' }}
              value={d.line || undefined}
              placeholder={d.kind === '' ? '先选类型' : '请选择'}
              disabled={d.kind === ''}
              options={lines.map((l) => ({ value: l.line, label: l.label }))}
              onChange={(lineKey) =>
                set({ line: lineKey, level: onlyLevel(lines.find((l) => l.line === lineKey)), parts: {} })
              }
            />
          </div>
          <div>
            <label htmlFor={`${id}level`}>级次</label>
            <Select
              id={`${id}level`}
              style={{ width: '100%' }}
              value={levels.length > 0 ? d.level : undefined}
              disabled={levels.length < 2}
              options={levels.map((l) => ({ value: l, label: levelLabels[l] }))}
              onChange={(level) => set({ level })}
            />
          </div>
          <div>
            <label htmlFor={`${id}date`}>业务日期</label>
            <DatePicker
              id={`${id}date`}
              style={{ width: '100%' }}
              value={d.date ? dayjs(d.date) : null}
              onChange={(day) => set({ date: day?.format('YYYY-MM-DD') ?? '' })}
            />
          </div>
          <div>
            <label htmlFor={`${id}doc`}>文号、凭证号</label>
            <Input id={`${id}doc`} maxLength={200} value={d.docNo} onChange={(e) => set({ docNo: e.target.value })} />
          </div>
          <div>
            <label htmlFor={`${id}payee`}>收款单位</label>
            <Input id={`${id}payee`} maxLength={200} value={d.payee} onChange={(e) => set({ payee: e.target.value })} />
          </div>
          <div className={styles.whole}>
            <label htmlFor={`${id}reason`}>事由（可不填）</label>
            <Input
              id={`${id}reason`}
              maxLength={2000}
              value={d.reason}
              onChange={(e) => set({ reason: e.target.value })}
            />
          </div>
        </div>
      </Panel>
      {line && (
        <Panel title="分项目" aside={<span className="quiet">“尚可”按已生效的分录计算，待复核的会另外占用</span>}>
          <PartInputs
            rows={rows}
            total={totalOf(rows)}
            onType={(project, typed) => set({ parts: { ...d.parts, [project]: typed } })}
          />
        </Panel>
      )}
      <Panel title="凭证">
        <VoucherPicker
          application={account.applicationId}
          chosen={d.vouchers}
          onChoose={(vouchers) => set({ vouchers })}
        />
        <div className={styles.acts}>
          {lacks.length > 0 && <span className="quiet">{lacks.join('；')}</span>}
          <Button type="primary" disabled={lacks.length > 0} onClick={() => check(true)}>
            核对这一笔
          </Button>
        </div>
      </Panel>
    </>
  );
}

/** Reporting the arrival of one line, where that is what the person came for and may do. */
function begun(d: Draft, line: Shape<'FundLine'> | undefined): Draft {
  return line?.kinds.includes('ALLOCATE') ? { ...d, kind: 'ALLOCATE', line: line.line, level: onlyLevel(line) } : d;
}

function onlyLevel(line: Shape<'FundLine'> | undefined) {
  const [first, second] = levelsOf(line);
  return second === undefined ? (first ?? '') : '';
}
