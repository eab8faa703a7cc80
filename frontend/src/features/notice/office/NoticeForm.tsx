import { Alert, Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useBlocker, useNavigate } from 'react-router';
import { isRefusal } from '@/api/problem';
import type { Shape } from '@/api/types';
import { later } from '@/components/later';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { useStay } from '@/components/useStay';
import { showTime } from '@/lib/time';
import { usePut } from '../queries';
import { filledIn, lost } from '../sheet/blocks';
import { NoticeSheet } from '../sheet/NoticeSheet';
import styles from './Office.module.css';
import { type Typed, typedOf, words } from './typed';

type Notice = Shape<'Notice'>;

// Seldom two people write one draft.
const ConflictNote = later(() => import('./ConflictNote').then((m) => m.ConflictNote));

interface Props {
  notice: Notice;
  onReload: () => Promise<Notice | undefined>;
}

/** Title, text, channel and phone of a draft; the sheet beside them shows at once what is typed. */
export function NoticeForm({ notice, onReload }: Props) {
  const [typed, type] = useState<Typed>(() => typedOf(notice));
  // What the person writes upon: somebody else's newer version is not overwritten unseen.
  const [begun, begin] = useState(() => ({ version: notice.version, typed: typedOf(notice) }));
  const put = usePut(notice.id);
  const navigate = useNavigate();
  const changed = JSON.stringify(typed) !== JSON.stringify(begun.typed);
  const blocker = useBlocker(changed && !put.isPending);
  const stale = isRefusal(put.error) && put.error.status === 412;
  const [checked, check] = useState(false);
  const set = (changes: Partial<Typed>) => type({ ...typed, ...changes });
  useStay(changed);

  const wrong = (field: keyof Typed) => {
    if (checked && typed[field].trim() === '') return [`请填写${words[field]}`];
    return isRefusal(put.error) ? put.error.places.filter((p) => p.location === `/${field}`).map((p) => p.message) : [];
  };

  async function save(text: Typed, version: number) {
    check(true);
    if (Object.values(text).some((t) => t.trim() === '')) return;
    const kept = await put.mutateAsync({ ...text, version }).catch(() => undefined);
    if (!kept) return;
    begin({ version: kept.version, typed: typedOf(kept) });
    type(typedOf(kept));
  }

  const gaps = lost(typed.body);
  return (
    <div className={styles.desk}>
      <div className={styles.paper}>
        <NoticeSheet of={{ ...notice, ...typed, text: filledIn(typed.body, typed.phone) }} />
      </div>
      <form
        className="screen-only"
        onSubmit={(e) => {
          e.preventDefault();
          void save(typed, begun.version);
        }}
      >
        <Panel title="公示稿">
          {blocker.state === 'blocked' && (
            <Alert
              type="warning"
              showIcon
              role="alert"
              title="公示稿有改动还没有保存。"
              action={
                <>
                  <Button onClick={() => blocker.reset()}>留在本页</Button>{' '}
                  <Button onClick={() => blocker.proceed()}>不保存，离开</Button>
                </>
              }
            />
          )}
          {stale ? (
            <ConflictNote
              base={begun.typed}
              mine={typed}
              read={onReload}
              onDecide={(both, version, theirs) => {
                type(both);
                begin({ version, typed: theirs });
                void save(both, version);
              }}
            />
          ) : (
            <RefusalNote error={put.error} />
          )}
          <Labelled label={words.title} wrong={wrong('title')}>
            {(p) => (
              <Input.TextArea
                {...p}
                autoSize
                maxLength={200}
                value={typed.title}
                onChange={(e) => set({ title: e.target.value.replace(/\n/g, '') })}
              />
            )}
          </Labelled>
          <Labelled label={words.body} wrong={wrong('body')}>
            {(p) => (
              <Input.TextArea
                {...p}
                autoSize={{ minRows: 12, maxRows: 24 }}
                maxLength={10000}
                showCount
                value={typed.body}
                onChange={(e) => set({ body: e.target.value })}
              />
            )}
          </Labelled>
          <p className={`quiet ${styles.hint}`}>
            【名单】【公示起止日期】【监督电话】在发布时由系统填入，三处请保留。“一、”开头的短行排为小标题。
          </p>
          {gaps.length > 0 && <Alert type="warning" showIcon title={gaps.join('；')} style={{ marginBottom: 16 }} />}
          <Labelled label={words.channel} wrong={wrong('channel')}>
            {(p) => (
              <Input {...p} maxLength={200} value={typed.channel} onChange={(e) => set({ channel: e.target.value })} />
            )}
          </Labelled>
          <Labelled label={words.phone} wrong={wrong('phone')}>
            {(p) => (
              <Input {...p} maxLength={64} value={typed.phone} onChange={(e) => set({ phone: e.target.value })} />
            )}
          </Labelled>
          <div className={styles.acts}>
            <Button type="primary" htmlType="submit" loading={put.isPending}>
              保存公示稿
            </Button>
            <Button onClick={() => navigate(`/notices/${notice.id}`)}>看公示稿，准备发布</Button>
            <span role="status" className="quiet">
              {changed ? '有改动未保存' : `已保存 ${showTime(notice.updatedAt)}`}
            </span>
          </div>
          <p className="quiet">保存时名单随之更新为全部待公示的申报。</p>
        </Panel>
      </form>
    </div>
  );
}

interface LabelledProps {
  label: string;
  wrong: string[];
  children: (given: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode;
}

function Labelled({ label, wrong, children }: LabelledProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-wrong`, 'aria-invalid': wrong.length > 0 })}
      <p id={`${id}-wrong`} className={styles.wrong}>
        {wrong.join('；')}
      </p>
    </div>
  );
}
