import { Alert, Button } from 'antd';
import { isRefusal, type Refusal } from '@/api/problem';
import { FindingList } from './FindingList';
import styles from './RefusalNote.module.css';

interface Props {
  error: unknown;
  /** Offered where trying again can help. */
  onRetry?: () => void;
  /** Makes the places named in the refusal clickable. */
  onGo?: (location: string) => void;
  /** Names each place before its trouble: the cells of a sheet that was sent. */
  cells?: boolean;
}

/** What was refused, beside the act that failed: what, where, how to mend, and the number to give when asking for help. */
export function RefusalNote({ error, onRetry, onGo, cells }: Props) {
  if (!error) return null;
  const refusal = isRefusal(error) ? error : null;
  const more = refusal && <Where refusal={refusal} onGo={onGo} cells={cells} />;
  return (
    <Alert
      type={refusal?.status === 0 ? 'warning' : 'error'}
      showIcon
      role="alert"
      className={styles.note}
      title={refusal ? refusal.message : '页面出错，没有办成。请刷新后再试。'}
      description={refusal && says(refusal, Boolean(cells || onGo)) ? more : undefined}
      action={onRetry && <Button onClick={onRetry}>再试一次</Button>}
    />
  );
}

/** The places to list: what the title says already only where it leads somewhere. */
const listed = ({ places, message }: Refusal, leads: boolean) =>
  places.filter((p) => leads || !message.includes(p.message));

/** Whether there is more to say than the message: an empty description would still take its room. */
function says(refusal: Refusal, leads: boolean): boolean {
  const { findings, request, status } = refusal;
  return listed(refusal, leads).length > 0 || findings.length > 0 || (request !== '' && status >= 500);
}

function Where({ refusal, onGo, cells }: { refusal: Refusal } & Pick<Props, 'onGo' | 'cells'>) {
  const { findings, request } = refusal;
  const places = listed(refusal, Boolean(cells || onGo));
  return (
    <>
      {places.length > 0 && (
        <ul className={styles.places}>
          {places.map((p) => (
            <li key={`${p.location}${p.message}`}>
              {cells && `${p.location}：`}
              {p.message}
              {onGo && (
                <Button type="link" size="small" onClick={() => onGo(p.location)}>
                  定位
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {findings.length > 0 && <FindingList findings={findings} onGo={onGo} />}
      {request !== '' && refusal.status >= 500 && <p className={styles.request}>报修时请提供编号：{request}</p>}
    </>
  );
}
