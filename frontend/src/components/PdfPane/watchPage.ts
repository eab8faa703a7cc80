/** Tells which of the pages lies across the middle of what they scroll in, at once and as they are scrolled. */
export function watchPage(pages: HTMLElement, tell: (no: number) => void): () => void {
  const pane = pages.parentElement;
  if (!pane) return () => {};
  const look = () => {
    const { top, height } = pane.getBoundingClientRect();
    const above = [...pages.querySelectorAll<HTMLElement>('[data-page]')].filter(
      (p) => p.getBoundingClientRect().top <= top + height / 2,
    );
    tell(Number(above.at(-1)?.dataset.page ?? 1));
  };
  look();
  pane.addEventListener('scroll', look, { passive: true });
  return () => pane.removeEventListener('scroll', look);
}
