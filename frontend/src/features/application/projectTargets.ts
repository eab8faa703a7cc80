import type { Shape } from '@/api/types';
import { cleanChoice } from '@/lib/clean/choice';
import { bad, type Cleaned, good } from '@/lib/clean/cleaned';
import { settled, vacant } from '@/lib/clean/fold';
import { choicesOf, isOf, targetKinds } from './projectLabels';

type Target = Shape<'DocumentTarget'>;

const kinds = choicesOf(targetKinds);

/** 绩效目标, a line each: 类别：指标名称：目标值. */
export function targetsText(targets: readonly Target[]): string {
  // A colon inside a name would be taken for a mark: then a bar stands between.
  const mark = targets.some((t) => /[：:；;]/.test(t.name + t.value)) ? '｜' : '：';
  return targets.map((t) => [t.kind === '' ? '' : targetKinds[t.kind], t.name, t.value].join(mark)).join('\n');
}

export function targetsOf(text: string): { targets: Target[] } | { wrong: string } {
  const targets: Target[] = [];
  for (const line of settled(text).split(/[\n；;]/)) {
    if (line.trim() === '') continue;
    const parts = line.split(/[｜|]/.test(line) ? /[｜|]/ : /[：:]/).map((part) => part.trim());
    const [kind = '', name = '', value = ''] = parts;
    if (parts.length !== 3) return { wrong: `“${line}”应写成“类别：指标名称：目标值”三段，各项分行写` };
    const code = cleanChoice(kind, kinds);
    if (!code.ok) return { wrong: `指标类别${code.wrong}` };
    targets.push({ kind: isOf(targetKinds, code.value) ? code.value : '', name, value });
  }
  return { targets };
}

export function cleanTargets(text: string): Cleaned {
  if (vacant(text)) return good('');
  const read = targetsOf(text);
  return 'wrong' in read ? bad(read.wrong) : good(targetsText(read.targets));
}
