import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Batch } from '@/api/types';
import { Loading } from '@/components/Loading';
import { PageRefusal } from '@/components/PageRefusal';
import type { JsonObject } from '@/lib/json';
import { useBatch, usePack } from './queries';

/** A page about the pack of the batch its address names. */
export function OfPack({ children }: { children: (batch: Batch, pack: JsonObject) => ReactNode }) {
  const { id = '' } = useParams();
  const batch = useBatch(id);
  const pack = usePack(id);
  const error = batch.error ?? pack.error;
  if (error) return <PageRefusal error={error} />;
  if (!batch.data || !pack.data) return <Loading />;
  return children(batch.data, pack.data);
}
