import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '@/api/problem';
import { keptOf } from './localCopy';
import { useAutosave } from './useAutosave';

interface Sheet {
  text: string;
}

const key = 'xianjie.draft.sheet';
const begun: Sheet = { text: '' };

/** A server of one sheet, and the sheet open at a page of version 3. */
function open(answer: (sent: Sheet, version: number) => Promise<number>) {
  const sent: string[] = [];
  const save = (sheet: Sheet, version: number) => {
    sent.push(`${sheet.text} over ${version}`);
    return answer(sheet, version);
  };
  const hook = renderHook(() => useAutosave<Sheet>({ name: 'sheet', initial: begun, version: 3, save, enabled: true }));
  const type = (text: string) => act(() => hook.result.current.change(() => ({ text })));
  return { sent, type, draft: () => hook.result.current };
}

const next = (_: Sheet, version: number) => Promise.resolve(version + 1);
const broken = () => Promise.reject(new Refusal(0, undefined));
const changedElsewhere = () => Promise.reject(new Refusal(412, undefined));
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  localStorage.clear();
});

describe('a form that saves itself', () => {
  it('saves once typing rests, over the version it was begun from, and keeps no copy afterwards', async () => {
    const { sent, type, draft } = open(next);
    type('一');
    type('一二');
    expect(keptOf(key, begun)?.value).toEqual({ text: '一二' });
    await wait(1_500);
    expect(sent).toEqual(['一二 over 3']);
    expect(draft().saving.state).toBe('saved');
    expect(localStorage.getItem(key)).toBeNull();
    type('一二三');
    await wait(1_500);
    expect(sent.at(-1)).toBe('一二三 over 4');
  });

  it('tries again by itself after a broken line', async () => {
    let lines = 0;
    const { sent, type, draft } = open((s, v) => (lines++ === 0 ? broken() : next(s, v)));
    type('断线');
    await wait(1_500);
    expect(draft().saving).toEqual({ state: 'failed', why: '暂存本机，稍后自动再存' });
    expect(keptOf(key, begun)?.value).toEqual({ text: '断线' });
    await wait(8_000);
    expect(sent).toHaveLength(2);
    expect(draft().saving.state).toBe('saved');
  });

  it('takes up a copy that never arrived, where nobody saved since', async () => {
    localStorage.setItem(key, JSON.stringify({ value: { text: '上次' }, version: 3, base: begun }));
    const { sent, draft } = open(next);
    await wait(0);
    expect(draft().value).toEqual({ text: '上次' });
    expect(sent).toEqual(['上次 over 3']);
  });

  it('sends nothing over a newer version before a choice is made, and tells what both began from', async () => {
    localStorage.setItem(key, JSON.stringify({ value: { text: '上次' }, version: 2, base: { text: '起点' } }));
    const { sent, type, draft } = open(next);
    await wait(0);
    expect(draft().conflict).toEqual({ base: { text: '起点' } });
    type('上次又写');
    await wait(60_000);
    expect(sent).toEqual([]);
    // A tab lost now must come back to the same choice, not as if it had been begun from the newer version.
    expect(keptOf(key, begun)).toEqual({ value: { text: '上次又写' }, version: 2, base: { text: '起点' } });
    await act(() => draft().settle({ text: '合稿' }, 3, begun));
    expect(sent).toEqual(['合稿 over 3']);
    expect(draft().conflict).toBeUndefined();
  });

  it('stops where somebody else saved first', async () => {
    const { sent, type, draft } = open(changedElsewhere);
    type('我的');
    await wait(1_500);
    expect(draft().conflict).toEqual({ base: begun });
    type('我的还在写');
    await wait(60_000);
    expect(sent).toHaveLength(1);
    expect(draft().value).toEqual({ text: '我的还在写' });
  });
});

describe('a store on this PC that does not serve', () => {
  const refuse = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };

  it('full: typing goes on and is saved, and no older copy is left to come back', async () => {
    localStorage.setItem(key, JSON.stringify({ value: { text: '旧稿' }, version: 3, base: begun }));
    const { sent, type } = open(next);
    await wait(0);
    const store = localStorage;
    vi.stubGlobal('localStorage', { setItem: refuse, removeItem: (name: string) => store.removeItem(name) });
    type('新稿');
    expect(store.getItem(key)).toBeNull();
    await wait(1_500);
    expect(sent.at(-1)).toBe('新稿 over 4');
  });

  it('forbidden: the form opens and saves', async () => {
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    const { sent, type } = open(next);
    type('照写');
    await wait(1_500);
    expect(sent).toEqual(['照写 over 3']);
  });

  it.each([
    ['no JSON', '{"value": {"text": "半'],
    ['another form', JSON.stringify({ value: { title: '别的表' }, version: 3, base: begun })],
    ['another kind', JSON.stringify({ value: { text: 7 }, version: 3, base: begun })],
    ['nothing in it', 'null'],
  ])('spoilt (%s): the form opens as the server has it', async (_, text) => {
    localStorage.setItem(key, text);
    const { sent, draft } = open(next);
    await wait(0);
    expect(draft().value).toEqual(begun);
    expect(sent).toEqual([]);
  });
});
