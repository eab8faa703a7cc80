import type { Shape } from '@/api/types';
import { showSize } from '@/lib/size';
import { showTime } from '@/lib/time';

/** The papers an entry stands on. */
export function VoucherList({ vouchers }: { vouchers: Shape<'Voucher'>[] }) {
  if (vouchers.length === 0) return <p className="quiet">没有凭证</p>;
  return (
    <ul style={{ paddingLeft: 20 }}>
      {vouchers.map((v) => (
        <li key={v.id}>
          <a href={`/api/v1/vouchers/${v.id}`} download={v.fileName}>
            {v.fileName}
          </a>
          <span className="quiet">
            {' '}
            {showSize(v.size)}　{v.uploadedBy} {showTime(v.uploadedAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}
