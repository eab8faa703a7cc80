import type { Shape } from '@/api/types';
import type { Choice } from '@/lib/clean/choice';
import type { Field } from './projectField';

export type Village = Pick<Shape<'DocumentVillage'>, 'code' | 'name' | 'townCode' | 'townName'>;

/** Where a project stands: its towns and its villages, of those of the zone. */
export function placeFields(villages: readonly Village[]): Field[] {
  return [
    places('townCodes', '乡镇(街道)', 120, townsOf(villages), '乡镇名称，几个之间用“、”隔开'),
    places(
      'villageCodes',
      '行政村',
      170,
      villagesOf(villages),
      '推进区内的村名，几个之间用“、”隔开；乡镇级公共服务项目留空',
    ),
  ];
}

const places = (
  key: 'townCodes' | 'villageCodes',
  title: string,
  width: number,
  choices: Choice[],
  help: string,
): Field => ({
  column: { key, title, width, kind: 'multi', group: '实施地点', choices, help },
  get: (p) => (p[key] ?? []).join(','),
  set: (p, cell) => ({ ...p, [key]: cell === '' ? [] : cell.split(',') }),
});

function villagesOf(villages: readonly Village[]): Choice[] {
  return villages.map(({ code, name, townName }) => {
    const short = name.replace(/村$/, '');
    return { value: code, label: name, also: [townName + name, short, townName + short], hint: townName };
  });
}

function townsOf(villages: readonly Village[]): Choice[] {
  const towns = new Map(villages.map(({ townCode, townName }) => [townCode, townName]));
  return [...towns].filter(([code, name]) => code && name).map(([value, label]) => ({ value, label }));
}
