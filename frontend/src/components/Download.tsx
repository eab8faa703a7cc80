import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { fetchFile } from '@/api/download';
import { RefusalNote } from './RefusalNote';

interface Props {
  /** Path below /api/v1, with its query. */
  path: string;
  label: string;
  primary?: boolean;
}

/** Fetches a paper or workbook the server makes. What it refuses is said beside the button, never opened as a page of its own. */
export function Download({ path, label, primary }: Props) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  async function fetchIt() {
    setBusy(true);
    setError(null);
    try {
      await fetchFile(path);
    } catch (e) {
      setError(e);
    } finally {
      setBusy(false);
    }
  }
  return (
    <span>
      <Button type={primary ? 'primary' : 'default'} icon={<DownloadOutlined />} loading={busy} onClick={fetchIt}>
        {label}
      </Button>
      <RefusalNote error={error} />
    </span>
  );
}
