import { bad, type Cleaned, good } from './cleaned';
import { listed, squash, tidy, vacant } from './fold';

export interface Choice {
  value: string;
  label: string;
  /** Other names it goes by. */
  also?: readonly string[];
  /** Shown behind the label where labels repeat. */
  hint?: string;
}

const most = 12;

const offered = (choices: readonly Choice[]): string =>
  choices
    .slice(0, most)
    .map((c) => c.label)
    .join('、') + (choices.length > most ? ' 等' : '');

/** Finds a choice by its code or its name; an exact name wins over a like one. */
function find(choices: readonly Choice[], text: string): readonly Choice[] {
  const wanted = tidy(text);
  const code = choices.filter((c) => c.value.toLowerCase() === wanted.toLowerCase());
  if (code.length > 0) return code;
  const key = squash(text);
  if (key === '') return [];
  const names = (c: Choice, list: readonly string[]) => list.some((name) => squash(name) === key) && c;
  const byLabel = choices.filter((c) => names(c, [c.label]));
  return byLabel.length > 0 ? byLabel : choices.filter((c) => names(c, c.also ?? []));
}

function pick(choices: readonly Choice[], text: string): { value: string } | { wrong: string } {
  const found = find(choices, text);
  const [only] = found;
  if (only && found.length === 1) return { value: only.value };
  if (only) {
    const which = found.map((c) => `${c.label}（${c.value}）`).join('、');
    return { wrong: `叫“${text.trim()}”的不止一个，请写代码：${which}` };
  }
  return { wrong: `“${text.trim()}”不在可填的范围内，可填：${offered(choices)}` };
}

/** One word of a closed list. */
export function cleanChoice(raw: string, choices: readonly Choice[]): Cleaned {
  if (vacant(raw)) return good('');
  const picked = pick(choices, raw);
  return 'wrong' in picked ? bad(picked.wrong) : good(picked.value);
}

/** Several words of a closed list, kept as codes with commas between. All unknown ones are told. */
export function cleanChoices(raw: string, choices: readonly Choice[]): Cleaned {
  if (vacant(raw)) return good('');
  const picked = listed(raw).map((each) => pick(choices, each));
  const wrong = picked.flatMap((p) => ('wrong' in p ? [p.wrong] : []));
  if (wrong.length > 0) return bad(wrong.join('；'));
  return good([...new Set(picked.flatMap((p) => ('value' in p ? [p.value] : [])))].join(','));
}
