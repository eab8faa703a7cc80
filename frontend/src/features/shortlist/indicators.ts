import type { Finding } from '@/api/problem';
import type { Application, Shape } from '@/api/types';
import { fenOf, sumFen, wan } from '@/lib/money';
import { word } from '@/lib/words';

export interface Compared {
  application: Application;
  findings: Finding[];
}

/** One line of the comparison: what is compared, and what each application says of it. */
export interface Indicator {
  key: string;
  label: string;
  unit?: string;
  values: string[];
  /** What is held against each other, where that is less than what is shown: of a rule its verdict, not its arithmetic. */
  by?: string[];
  /** A figure. */
  figure: boolean;
}

type Document = Shape<'ProposalDocument'>;
type Village = Shape<'DocumentVillage'>;

interface Line {
  key: string;
  label: string;
  unit?: string;
  figure?: boolean;
  of: (c: Compared) => string;
}

const villages = (c: Compared): Village[] => c.application.document.zone?.villages ?? [];
const whole = (n: number) => n.toLocaleString('zh-CN');
const count = (c: Compared, of: (v: Village) => number) => whole(villages(c).reduce((n, v) => n + of(v), 0));
const amount = (n: number) => wan(fenOf(n) ?? 0n);
const document = (c: Compared): Document => c.application.document;

const lines: Line[] = [
  { key: 'county', label: '县（市、区）', of: (c) => c.application.county.name },
  { key: 'channel', label: '申报通道', of: (c) => word('channel', c.application.channel) },
  {
    key: 'industries',
    label: '主导产业',
    of: (c) => (document(c).zone?.industries ?? []).map((i) => i.name).join('、') || '—',
  },
  {
    key: 'area',
    label: '面积',
    unit: '平方公里',
    figure: true,
    of: (c) => document(c).zone?.areaKm2?.toFixed(2) ?? '—',
  },
  { key: 'contiguous', label: '集中连片', of: (c) => (document(c).zone?.contiguous ? '是' : '否') },
  {
    key: 'towns',
    label: '涉及乡镇',
    unit: '个',
    figure: true,
    of: (c) => String(new Set(villages(c).map((v) => v.townCode)).size),
  },
  { key: 'villages', label: '行政村', unit: '个', figure: true, of: (c) => whole(villages(c).length) },
  { key: 'households', label: '户数', unit: '户', figure: true, of: (c) => count(c, (v) => v.households) },
  { key: 'population', label: '人口', unit: '人', figure: true, of: (c) => count(c, (v) => v.population) },
  {
    key: 'relieved',
    label: '脱贫享受政策人口',
    unit: '人',
    figure: true,
    of: (c) => count(c, (v) => v.povertyRelievedPersons),
  },
  { key: 'monitored', label: '监测帮扶对象', unit: '人', figure: true, of: (c) => count(c, (v) => v.monitoredPersons) },
  {
    key: 'income',
    label: '村集体收入合计',
    unit: '万元',
    figure: true,
    of: (c) => wan(sumFen(villages(c).map((v) => fenOf(v.collectiveIncomeWan) ?? 0n))),
  },
  { key: 'projects', label: '项目', unit: '个', figure: true, of: (c) => whole(document(c).projects?.length ?? 0) },
  { key: 'total', label: '总投资', unit: '万元', figure: true, of: (c) => amount(c.application.summary?.total ?? 0) },
  {
    key: 'linkage',
    label: '衔接资金',
    unit: '万元',
    figure: true,
    of: (c) => amount(c.application.summary?.linkage ?? 0),
  },
  {
    key: 'provUp',
    label: '其中：省级以上',
    unit: '万元',
    figure: true,
    of: (c) => amount(c.application.summary?.provUp ?? 0),
  },
  {
    key: 'integrated',
    label: '整合行业资金',
    unit: '万元',
    figure: true,
    of: (c) => amount(c.application.summary?.integrated ?? 0),
  },
  {
    key: 'social',
    label: '社会资金',
    unit: '万元',
    figure: true,
    of: (c) => amount(document(c).fundPlan?.social ?? 0),
  },
  {
    key: 'unconfirmed',
    label: '未确认的资金和项目',
    unit: '项',
    figure: true,
    of: (c) => String(c.application.summary?.unconfirmed ?? '—'),
  },
  {
    key: 'attachments',
    label: '附件',
    unit: '件',
    figure: true,
    of: (c) => String(document(c).attachments?.length ?? 0),
  },
];

/** The comparison's lines: the document's figures first, then each rule as it judged each application. */
export function indicatorsOf(compared: Compared[]): Indicator[] {
  const facts = lines.map((l) => ({
    key: l.key,
    label: l.label,
    unit: l.unit,
    figure: l.figure ?? false,
    values: compared.map(l.of),
  }));
  const rules = new Map<string, string>();
  for (const c of compared) for (const f of c.findings) if (!rules.has(f.rule)) rules.set(f.rule, f.name);
  const verdicts = [...rules]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([rule, name]) => ({
      key: rule,
      label: `${rule} ${name}`,
      figure: false,
      values: compared.map((c) => said(c.findings.find((f) => f.rule === rule))),
      by: compared.map((c) => verdict(c.findings.find((f) => f.rule === rule))),
    }));
  return [...facts, ...verdicts];
}

const words: Record<string, string> = { PASS: '✓ 通过', FAIL: '✕ 不通过', WARN: '! 提示', NA: '不适用' };

function verdict(f: Finding | undefined): string {
  if (!f) return '没有检查';
  return f.waived ? '! 已豁免' : (words[f.verdict] ?? f.verdict);
}

function said(f: Finding | undefined): string {
  return f && f.figure.text !== '' ? `${verdict(f)}　${f.figure.text}` : verdict(f);
}

/** Whether the applications differ in a line. */
export function differs(i: Indicator): boolean {
  return new Set(i.by ?? i.values).size > 1;
}

/** Differences first, each part in its own order. */
export function differencesFirst(all: Indicator[]): Indicator[] {
  return [...all.filter(differs), ...all.filter((i) => !differs(i))];
}
