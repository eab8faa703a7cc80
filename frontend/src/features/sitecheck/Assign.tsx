import { Button, Select, Space } from 'antd';
import { useState } from 'react';
import type { Shape } from '@/api/types';
import { RefusalNote } from '@/components/RefusalNote';
import { useSending } from '@/components/useSending';
import type { Check } from './draft';
import { useSiteActs } from './queries';

/** Who goes to one place: chosen among those who may be sent. */
export function Assign({ check, may }: { check: Check; may: Shape<'SiteInspector'>[] }) {
  const acts = useSiteActs(check.applicationId);
  const before = check.inspectors.map((i) => i.accountId);
  const [chosen, choose] = useState(before);
  const changed = chosen.join() !== before.join();
  const {
    busy,
    error,
    send: go,
  } = useSending(async () => {
    await acts.assign(check.version, chosen);
  });
  return (
    <>
      <Space.Compact block>
        <Select
          mode="multiple"
          aria-label={`${check.no} 的核查人员`}
          style={{ width: '100%' }}
          placeholder="选定核查人员"
          value={chosen}
          options={may.map((i) => ({ value: i.accountId, label: i.name }))}
          onChange={choose}
        />
        {changed && (
          <Button type="primary" loading={busy} disabled={chosen.length === 0} onClick={go}>
            选定
          </Button>
        )}
      </Space.Compact>
      <RefusalNote error={error} />
    </>
  );
}
