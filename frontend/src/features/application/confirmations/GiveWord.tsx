import { Alert, Button } from 'antd';
import { useState } from 'react';
import { usePack } from '@/api/pack';
import { isRefusal } from '@/api/problem';
import type { Application } from '@/api/types';
import { useAttempt } from '@/components/ActionPanel/attempt';
import { LookOver } from '@/components/LookOver';
import { RefusalNote } from '@/components/RefusalNote';
import { fenOf, sumFen, wan } from '@/lib/money';
import { keyOf, type Pledge, PledgeTable } from '../pledges/PledgeTable';
import { useConfirm } from '../queries';
import styles from './Confirmations.module.css';
import { PaperPicker } from './PaperPicker';

/** A bureau's own lines and projects, to be confirmed at exactly the content shown: tick, add the paper, look once more, confirm. */
export function GiveWord({ application, mine }: { application: Application; mine: Pledge[] }) {
  const waiting = mine.filter((p) => p.state !== 'CONFIRMED');
  const [ticked, tick] = useState<string[]>(() => waiting.map(keyOf));
  const [paper, setPaper] = useState<string>();
  const [looking, look] = useState(false);
  const [done, setDone] = useState('');
  const attempt = useAttempt();
  const confirm = useConfirm(application.id);
  const pack = usePack(application.batchId).data;
  const chosen = mine.filter((p) => ticked.includes(keyOf(p)));
  const needsPaper = chosen.some((p) => p.kind === 'LINE' && !p.line.startsWith('LINKAGE'));
  const ready = chosen.length > 0 && (!needsPaper || paper !== undefined);
  // Projects divide the same money once more, so their sum is said apart.
  const said = [sayOf(chosen, 'LINE', '条资金'), sayOf(chosen, 'PROJECT', '个项目')].filter((t) => t !== '').join('，');

  function go() {
    const body = {
      items: chosen.map(({ kind, line, digest }) => ({ kind, line, digest })),
      ...(paper ? { attachmentId: paper } : {}),
    };
    confirm.mutate(
      { body, key: attempt(body) },
      {
        onSuccess: () => {
          setDone(`已确认 ${said}。内容如有改动，确认即失效，须重新确认。`);
          tick([]);
        },
        onSettled: () => look(false),
      },
    );
  }

  function choose(keys: string[]) {
    tick(keys);
    look(false);
    setDone('');
  }

  return (
    <>
      <div role="status">{done !== '' && <Alert type="success" showIcon title={done} />}</div>
      <RefusalNote error={confirm.error} />
      {isRefusal(confirm.error) && confirm.error.status === 412 && <p>已读取最新内容，请核对后再确认。</p>}
      <PledgeTable
        items={mine}
        selection={{
          selectedRowKeys: ticked,
          columnTitle: '选择',
          columnWidth: 60,
          onChange: (keys) => choose(keys.map(String)),
          getCheckboxProps: (p) => ({ 'aria-label': `选择 ${p.line} ${p.title}`, disabled: p.state === 'CONFIRMED' }),
        }}
      />
      {waiting.length > 1 && (
        <p style={{ marginTop: 8 }} className="screen-only">
          <Button onClick={() => choose(chosen.length < waiting.length ? waiting.map(keyOf) : [])}>
            {chosen.length < waiting.length ? '全部勾选' : '全部不选'}
          </Button>
        </p>
      )}
      {waiting.length > 0 && (
        <PaperPicker
          application={application}
          pack={pack}
          value={paper}
          required={needsPaper}
          onChange={(to) => {
            setPaper(to);
            look(false);
          }}
        />
      )}
      {looking ? (
        <LookOver aria-label="核对后确认">
          <h3>即将确认 {said}</h3>
          <p>
            确认即表明本单位对所列金额和内容负责，并记入申报材料。确认后内容有改动、承诺文件移除或更换的，须重新确认。
          </p>
          <div className={styles.acts}>
            <Button onClick={() => look(false)} disabled={confirm.isPending}>
              返回修改
            </Button>
            <Button type="primary" loading={confirm.isPending} onClick={go}>
              确认
            </Button>
          </div>
        </LookOver>
      ) : (
        waiting.length > 0 && (
          <div className={`${styles.acts} screen-only`}>
            <span className="quiet">
              {chosen.length === 0 ? '请先勾选要确认的资金和项目' : ready ? said : '请选择或上传承诺文件'}
            </span>
            <Button type="primary" disabled={!ready} onClick={() => look(true)}>
              核对并确认所选
            </Button>
          </div>
        )
      )}
    </>
  );
}

function sayOf(chosen: Pledge[], kind: Pledge['kind'], unit: string): string {
  const own = chosen.filter((p) => p.kind === kind);
  if (own.length === 0) return '';
  return `${own.length} ${unit}合计 ${wan(sumFen(own.map((p) => fenOf(p.amount) ?? 0n)))} 万元`;
}
