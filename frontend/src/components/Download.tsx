import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { fetchFile } from '@/api/download';
import { RefusalNote } from './RefusalNote';
import { useSending } from './useSending';

interface Props {
  /** Path below /api/v1, with its query. */
  path: string;
  label: string;
  primary?: boolean;
}

/** Fetches a paper or workbook the server makes. What it refuses is said beside the button, never opened as a page of its own. */
export function Download({ path, label, primary }: Props) {
  const {
    busy,
    error,
    send: fetchIt,
  } = useSending(async () => {
    await fetchFile(path);
  });
  return (
    <span>
      <Button
        type={primary ? 'primary' : 'default'}
        icon={<DownloadOutlined aria-hidden />}
        loading={busy}
        onClick={fetchIt}
      >
        {label}
      </Button>
      <RefusalNote error={error} />
    </span>
  );
}
