import { Button, Upload } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isRefusal } from '@/api/problem';
import type { Batch } from '@/api/types';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { type JsonObject, mergePatch } from '@/lib/json';
import { OfPack } from './OfPack';
import styles from './Pack.module.css';
import { PackForm } from './PackForm';
import { PackTable } from './PackTable';
import { readPack } from './packFile';
import { usePutPack } from './queries';
import { Supersede } from './Supersede';

/** Changing a batch's pack: in place while it is being set up, by a new version with its document number afterwards. */
export function Component() {
  return <OfPack>{(batch, pack) => <Editor key={batch.version} batch={batch} pack={pack} />}</OfPack>;
}

function Editor({ batch, pack }: { batch: Batch; pack: JsonObject }) {
  const [draft, setDraft] = useState(pack);
  const [unread, setUnread] = useState<unknown>(null);
  const [checking, check] = useState(false);
  const save = usePutPack(batch);
  const navigate = useNavigate();
  const changed = Object.keys(mergePatch(pack, draft)).length > 0;
  const inPlace = batch.actions.some((a) => a.action === 'update');
  const back = `/batches/${batch.id}`;

  return (
    <>
      <PageHead
        title={inPlace ? '修改政策包' : '发布新版政策包'}
        trail={[
          { to: '/batches', label: '批次' },
          { to: back, label: batch.title },
        ]}
        acts={
          <Upload
            accept=".json"
            showUploadList={false}
            beforeUpload={(file) => {
              readPack(file).then(setDraft, setUnread);
              return false;
            }}
          >
            <Button>从政策包文件读入</Button>
          </Upload>
        }
      />
      <RefusalNote error={unread ?? save.error} />
      {checking ? (
        <Panel title="改动核对">
          <PackTable pack={draft} beside={{ pack, label: `现行（第 ${batch.packVersion} 版）` }} />
        </Panel>
      ) : (
        <Panel>
          <PackForm pack={draft} onChange={setDraft} wrong={isRefusal(save.error) ? save.error.places : []} />
        </Panel>
      )}
      <div className={styles.bar}>
        {!changed && <span className="quiet">还没有改动</span>}
        <Button onClick={() => (checking ? check(false) : navigate(back))}>{checking ? '回去修改' : '不改了'}</Button>
        {!checking && (
          <Button type="primary" disabled={!changed} onClick={() => check(true)}>
            核对改动
          </Button>
        )}
        {checking && inPlace && (
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() =>
              save.mutate(draft, {
                onSuccess: () => navigate(back),
                onError: () => check(false),
              })
            }
          >
            保存政策包
          </Button>
        )}
        {checking && !inPlace && <Supersede batch={batch} pack={draft} onDone={() => navigate(back)} />}
      </div>
    </>
  );
}
