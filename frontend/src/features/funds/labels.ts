import type { Shape } from '@/api/types';
import { word } from '@/lib/words';

type Entry = Shape<'FundEntry'>;
export type Kind = Entry['kind'];
export type State = Entry['state'];
export type Layer = keyof Shape<'Layers'>;

/** The five layers of the matrix, from promise to payment. */
export const layerLabels: Record<Layer, string> = {
  planned: '规划',
  committed: '承诺',
  allocated: '下达',
  disbursed: '拨付',
  spent: '支出',
};
export const layers: Layer[] = ['planned', 'committed', 'allocated', 'disbursed', 'spent'];

export const kindLabels: Record<Kind, string> = {
  ALLOCATE: '指标下达',
  DISBURSE: '拨付',
  SPEND: '支出',
  REFUND: '支出退回',
  GIVE_BACK: '拨付退回',
  RECALL: '指标收回',
  REVERSE: '冲正',
};

export const stateLabels: Record<State, string> = { POSTED: '已生效', PENDING: '待复核', REJECTED: '已驳回' };

export const levelLabels: Record<Entry['level'], string> = {
  CENTRAL: '中央',
  PROVINCE: '省级',
  CITY: '市级',
  COUNTY: '县级',
  '': '不分级次',
};

/** Which entries a layer's figure is made of. */
export const kindsOf: Record<Layer, Kind[]> = {
  planned: [],
  committed: [],
  allocated: ['ALLOCATE', 'RECALL', 'REVERSE'],
  disbursed: ['DISBURSE', 'GIVE_BACK', 'REVERSE'],
  spent: ['SPEND', 'REFUND', 'REVERSE'],
};

export const kinds: Kind[] = ['ALLOCATE', 'DISBURSE', 'SPEND', 'REFUND', 'GIVE_BACK', 'RECALL', 'REVERSE'];
export const levels: Entry['level'][] = ['CENTRAL', 'PROVINCE', 'CITY', 'COUNTY', ''];

/** A line's key in words: its source, and the item of the plan where it is one of several. */
export function lineLabel(line: string): string {
  const [source = '', item] = line.split('/');
  return item ? `${word('fundSource', source)} ${item}` : word('fundSource', source);
}
