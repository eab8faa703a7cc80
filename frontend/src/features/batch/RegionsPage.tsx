import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Batch } from '@/api/types';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { type JsonObject, same } from '@/lib/json';
import { ListImport } from './ListImport';
import { lists } from './lists';
import { OfPack } from './OfPack';
import styles from './Pack.module.css';
import { usePutPack } from './queries';
import { RegionTable } from './RegionTable';
import { Supersede } from './Supersede';

/** The pack's lists that hang on divisions: classes, key counties, the counties on the Yellow River, areas already provided for. */
export function Component() {
  return <OfPack>{(batch, pack) => <Lists key={batch.version} batch={batch} pack={pack} />}</OfPack>;
}

function Lists({ batch, pack }: { batch: Batch; pack: JsonObject }) {
  const [draft, setDraft] = useState(pack);
  const save = usePutPack(batch);
  const navigate = useNavigate();
  const inPlace = batch.actions.some((a) => a.action === 'update');
  const may = inPlace || batch.actions.some((a) => a.action === 'pack_supersede');
  const back = () => navigate(`/batches/${batch.id}`);
  const items = lists.map((l) => ({
    key: l.key,
    label: `${l.title}（${l.rowsOf(draft).length}）${same(draft[l.key], pack[l.key]) ? '' : ' 已改'}`,
    children: (
      <>
        {may && <ListImport list={l} onTake={(rows) => setDraft({ ...draft, [l.key]: rows })} />}
        <RegionTable list={l} pack={draft} />
      </>
    ),
  }));
  return (
    <>
      <PageHead
        title="区域名单"
        trail={[
          { to: '/batches', label: '批次' },
          { to: `/batches/${batch.id}`, label: batch.title },
        ]}
      />
      <RefusalNote error={save.error} />
      <Panel>
        <Tabs items={items} />
      </Panel>
      {!same(draft, pack) && (
        <div className={styles.bar}>
          <Button onClick={() => setDraft(pack)}>恢复原来的名单</Button>
          {inPlace ? (
            <Button type="primary" loading={save.isPending} onClick={() => save.mutate(draft, { onSuccess: back })}>
              保存名单
            </Button>
          ) : (
            <Supersede batch={batch} pack={draft} onDone={back} />
          )}
        </div>
      )}
    </>
  );
}
