import { usePack } from '@/api/pack';
import type { Application } from '@/api/types';

interface Props {
  application: Application;
  /** What was judged: the draft as it is, or a frozen version. */
  what: string;
  packVersion: number;
}

/** What was judged, by which paper and which version of the rules. */
export function Judged({ application, what, packVersion }: Props) {
  const basis = usePack(application.batchId).data?.basis;
  return (
    <p className="quiet">
      {what}，依据{basis ?? '本批次的文件'}，政策包第 {packVersion} 版；条款号指该文件的条款。
    </p>
  );
}
