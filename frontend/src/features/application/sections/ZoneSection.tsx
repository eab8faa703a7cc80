import { Descriptions } from 'antd';
import type { Sections } from '@/api/draft';
import type { Application } from '@/api/types';
import { word } from '@/lib/words';
import type { Lock } from '../draft/lock';
import styles from '../fields/Field.module.css';
import { FlagField } from '../fields/FlagField';
import { NamesField } from '../fields/NamesField';
import { NumberField } from '../fields/NumberField';
import { TextField } from '../fields/TextField';

interface Props {
  application: Application;
  value: Sections['zone'];
  lock: Lock;
  onChange: (value: Sections['zone'], field: string) => void;
}

/** ① 基本情况: whose it is, which comes with the draft, and the zone itself. */
export function ZoneSection({ application, value, lock, onChange }: Props) {
  const at = (field: keyof Sections['zone']) => lock('zone', '', field);
  return (
    <>
      <Descriptions column={{ xs: 1, lg: 3 }} size="small" style={{ marginBottom: 16 }}>
        <Descriptions.Item label="批次">{application.batchCode}</Descriptions.Item>
        <Descriptions.Item label="县（市、区）">
          {application.city.name} {application.county.name}
        </Descriptions.Item>
        <Descriptions.Item label="申报通道">{word('channel', application.channel)}</Descriptions.Item>
      </Descriptions>
      <div className={styles.grid}>
        <TextField
          wide
          pointer="/zone/name"
          label="推进区名称"
          lock={at('name')}
          value={value.name}
          onChange={(name) => onChange({ ...value, name }, 'name')}
        />
        <FlagField
          pointer="/zone/contiguous"
          label="集中连片"
          lock={at('contiguous')}
          value={value.contiguous}
          onChange={(contiguous) => onChange({ ...value, contiguous }, 'contiguous')}
        />
        <NumberField
          kind="area"
          pointer="/zone/areaKm2"
          label="面积"
          unit="平方公里"
          lock={at('areaKm2')}
          value={value.areaKm2}
          onChange={(areaKm2) => onChange({ ...value, areaKm2 }, 'areaKm2')}
        />
        <NamesField
          wide
          pointer="/zone/combinedWith"
          label="结合打造的载体"
          hint="省级现代农业园区、农业产业强镇等，没有的不填；按回车分开"
          lock={at('combinedWith')}
          value={value.combinedWith}
          onChange={(combinedWith) => onChange({ ...value, combinedWith }, 'combinedWith')}
        />
      </div>
    </>
  );
}
