/** Shows and enters the input at a JSON pointer, or the nearest place above it. */
export function goTo(pointer: string, enterRow?: (pointer: string) => boolean): void {
  if (enterRow?.(pointer)) return;
  for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const place = document.querySelector(`[data-pointer="${CSS.escape(path)}"]`);
    if (!place) continue;
    place.scrollIntoView({ block: 'center' });
    const input = place.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]');
    (input ?? (place instanceof HTMLElement ? place : null))?.focus({ preventScroll: true });
    return;
  }
}
