import { afterAll, beforeAll, expect, it } from 'vitest';
import { Desk } from '../grid/desk';
import { type Figure, record, table } from './table';

// S14: the grid alone with 100 projects of 20 columns.
const figures: Figure[] = [];
let desk: Desk;
beforeAll(async () => {
  // Frames as fast as they can be drawn, so that waiting for the screen's own beat is not counted.
  desk = await Desk.open(['--disable-frame-rate-limit', '--disable-gpu-vsync']);
});
afterAll(async () => {
  console.log(table(figures));
  await desk?.close();
});

const middle = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const worst = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? 0;

/** The middle of what was measured counts; one in twenty may be slower than what stands behind it. */
function judge(page: string, all: number[], first: number, aim: number): void {
  const measured = Number(middle(all).toFixed(1));
  record(figures, {
    figure: 'S14',
    page: `${page} (95th: ${worst(all).toFixed(1)})`,
    measured,
    unit: 'ms',
    first,
    aim,
  });
}

/** From an event to the end of the frame that shows it. */
async function untilPainted(type: string, act: () => Promise<void>): Promise<number> {
  await desk.page.evaluate((name) => {
    window.painted = new Promise((done) => {
      const begin = (event: Event) => {
        if (event instanceof KeyboardEvent && event.key === 'Control') return;
        document.removeEventListener(name, begin, true);
        const began = performance.now();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now() - began);
        requestAnimationFrame(() => channel.port2.postMessage(null));
      };
      document.addEventListener(name, begin, true);
    });
  }, type);
  await act();
  return desk.page.evaluate(() => window.painted);
}

declare global {
  interface Window {
    painted: Promise<number>;
  }
}

it('mounts 100 rows of 20 columns', async () => {
  const times: number[] = [];
  for (let i = 0; i < 7; i++) {
    await desk.visit();
    times.push(await desk.page.evaluate(() => window.grid.mounted));
  }
  expect(await desk.page.locator('tbody td').count()).toBe(2000);
  judge('mount', times, 300, 150);
});

it('goes from cell to cell and types', async () => {
  await desk.visit();
  await desk.click(3, '二级类型');
  const arrows: number[] = [];
  for (let i = 0; i < 80; i++) {
    const key = i % 20 < 10 ? 'ArrowDown' : i % 20 < 15 ? 'ArrowRight' : 'ArrowLeft';
    arrows.push(await untilPainted('keydown', () => desk.press(key)));
  }
  await desk.click(3, '二级类型');
  const letters: number[] = [];
  for (let i = 0; i < 40; i++) letters.push(await untilPainted('keydown', () => desk.press('a')));
  await desk.press('Enter');
  expect(await desk.value(3, 'subtype')).toBe('a'.repeat(40));
  judge('arrow to paint', arrows, 16, 8);
  judge('letter to paint', letters, 16, 8);
});

it('pastes 2,000 cells', async () => {
  const previews: number[] = [];
  const puts: number[] = [];
  for (let i = 0; i < 7; i++) {
    await desk.visit();
    await desk.press('Control+a');
    await desk.click(1, '项目编号');
    await desk.press('Control+a', 'Control+c');
    const text = (await desk.clipboard()).replaceAll('659', `${600 + i}`).replaceAll('产业发展', '乡村治理');
    await desk.putOnClipboard(text);
    await desk.press('Control+Home');
    previews.push(await untilPainted('paste', () => desk.press('Control+v')));
    await desk.page.getByRole('dialog').waitFor();
    puts.push(await untilPainted('click', () => desk.page.getByRole('button', { name: '粘贴', exact: true }).click()));
    expect(await desk.value(100, 'total')).toBe(`${600 + i}`);
  }
  judge('paste of 2,000 cells to preview', previews, 200, 100);
  judge('preview to cells', puts, 200, 100);
});
