import { Button } from 'antd';
import { Link } from 'react-router';
import { can, useMe } from '@/api/session';
import type { Batch } from '@/api/types';

/** The ways from a batch to what belongs to it. */
export function BatchNav({ batch }: { batch: Batch }) {
  const me = useMe();
  const edit = batch.actions.find((a) => a.action === 'update' || a.action === 'pack_supersede');
  return (
    <>
      <Link to={`/batches/${batch.id}/regions`}>
        <Button>区域名单</Button>
      </Link>
      {can(me, 'simulation:read') && (
        <Link to={`/batches/${batch.id}/simulations`}>
          <Button>政策推演</Button>
        </Link>
      )}
      {edit && (
        <Link to={`/batches/${batch.id}/pack`}>
          <Button>{edit.label}</Button>
        </Link>
      )}
    </>
  );
}
