import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { isRefusal } from '@/api/problem';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { isObject, type JsonObject, mergePatch } from '@/lib/json';
import styles from './Pack.module.css';
import { PackForm } from './PackForm';
import { useSimulate } from './queries';

/** Asks for a what-if: the parameters as they are, changed at will. Only what differs is sent. */
export function NewSimulation({ batchId, pack }: { batchId: string; pack: JsonObject }) {
  const [draft, setDraft] = useState(pack);
  const [title, setTitle] = useState('');
  const simulate = useSimulate(batchId);
  const navigate = useNavigate();
  const id = useId();
  const params = mergePatch(paramsOf(pack), paramsOf(draft));
  const count = Object.keys(params).length;
  return (
    <Panel title="新的推演">
      <PackForm pack={draft} onChange={setDraft} wrong={isRefusal(simulate.error) ? simulate.error.places : []} />
      <RefusalNote error={simulate.error} />
      <div className={styles.ask}>
        <label htmlFor={id}>推演名称</label>
        <Input
          id={id}
          value={title}
          maxLength={100}
          onChange={(e) => setTitle(e.target.value)}
          style={{ width: 360 }}
        />
        <span className="quiet">
          {count === 0 ? '请先改动参数' : title.trim() === '' ? '请填写推演名称' : `改动 ${count} 项参数`}
        </span>
        <Button
          type="primary"
          loading={simulate.isPending}
          disabled={count === 0 || title.trim() === ''}
          onClick={() =>
            simulate.mutate(
              { title: title.trim(), params },
              { onSuccess: (s) => navigate(`/batches/${batchId}/simulations/${s.id}`) },
            )
          }
        >
          推演
        </Button>
      </div>
    </Panel>
  );
}

function paramsOf(pack: JsonObject): JsonObject {
  return isObject(pack.params) ? pack.params : {};
}
