import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import { useReviewSetup } from '@/api/pack';
import type { Shape } from '@/api/types';
import { useAttempt } from '@/components/ActionPanel/attempt';
import { FootBar } from '@/components/FootBar';
import { later } from '@/components/later';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { useAutosave } from '@/components/useAutosave';
import styles from './Check.module.css';
import { Conclusion } from './Conclusion';
import { claimsOf } from './claims';
import { type Check, type Draft, draftOf, gapsOf, wireOf } from './draft';
import { ItemPanel } from './ItemPanel';
import { saveCheck, usePhotos, useSiteActs } from './queries';

// Seldom two inspectors type at once.
const ConflictNote = later(() => import('./ConflictNote').then((m) => m.ConflictNote));

interface Props {
  check: Check;
  batchId: string | undefined;
  document: Shape<'ProposalDocument'> | undefined;
  onReload: () => Promise<Check | undefined>;
}

/** The sheet as it is filled in on the spot, on a tablet as well: kept with its gaps, handed in when it has none. */
export function CheckForm({ check, batchId, document, onReload }: Props) {
  const id = check.applicationId;
  const day = useId();
  const setup = useReviewSetup(batchId);
  const photos = usePhotos(id);
  const acts = useSiteActs(id);
  const attempt = useAttempt();
  const [looking, look] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const draft = useAutosave<Draft>({
    name: `site.${id}`,
    initial: draftOf(check),
    version: check.version,
    enabled: true,
    save: (d, version) => saveCheck(id, version, wireOf(d)),
  });
  const items = setup.data?.siteItems ?? [];
  const shots = photos.data?.items ?? [];
  const gaps = gapsOf(draft.value, items, new Set(shots.map((p) => p.item)));
  const claims = claimsOf(document);

  async function submit() {
    setBusy(true);
    setError(null);
    try {
      const version = await draft.flush();
      if (version !== undefined) await acts.act(version, 'submit', '', attempt(wireOf(draft.value)));
    } catch (e) {
      setError(e);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      {draft.conflict && (
        <ConflictNote
          items={items}
          claims={claims}
          base={draft.conflict.base}
          mine={draft.value}
          read={onReload}
          onDecide={draft.settle}
        />
      )}
      <RefusalNote error={draft.error} onRetry={() => void draft.flush()} />
      <Panel>
        <label htmlFor={day}>核查日期　</label>
        <DatePicker
          id={day}
          value={draft.value.checkedOn ? dayjs(draft.value.checkedOn) : null}
          maxDate={dayjs()}
          inputReadOnly
          onChange={(d) => draft.change((v) => ({ ...v, checkedOn: d ? d.format('YYYY-MM-DD') : '' }))}
        />
      </Panel>
      {items.map((item) => (
        <ItemPanel
          key={item.code}
          item={item}
          lines={draft.value.lines}
          claims={claims}
          saved={check.items}
          photos={shots.filter((p) => p.item === item.code)}
          onLines={(lines) => draft.change((v) => ({ ...v, lines }))}
          onPhoto={(file, tell) => acts.addPhoto(item.code, file, tell)}
          onDrop={acts.dropPhoto}
          batchId={batchId}
        />
      ))}
      <Conclusion draft={draft.value} setup={setup.data} onChange={(to) => draft.change((v) => ({ ...v, ...to }))} />
      <Panel title="总体说明">
        <Input.TextArea
          aria-label="总体说明"
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={2000}
          value={draft.value.comment}
          onChange={(e) => draft.change((v) => ({ ...v, comment: e.target.value }))}
        />
      </Panel>
      {looking && (
        <Panel title="提交前核对">
          {gaps.length > 0 ? (
            <ul>
              {gaps.map((g) => (
                <li key={g}>{g}</li>
              ))}
            </ul>
          ) : (
            <p>各项已填完。提交以后锁定，更正须由评审组织员退回。</p>
          )}
          <RefusalNote error={error} />
          <Button type="primary" loading={busy} disabled={gaps.length > 0} onClick={submit}>
            确认提交核查单
          </Button>
        </Panel>
      )}
      <FootBar
        saving={draft.saving}
        says={gaps.length > 0 ? `还有 ${gaps.length} 处未完成，可以先存` : '各项已填完'}
        className={styles.foot}
      >
        <Button onClick={() => void draft.flush()}>保存</Button>
        <Button type="primary" onClick={() => look(true)}>
          核对提交
        </Button>
      </FootBar>
    </>
  );
}
