/** Shows and enters the input at a JSON pointer, or the nearest place above it. */
export function goTo(pointer: string, enterRow?: (pointer: string) => boolean): void {
  if (enterRow?.(pointer)) return;
  for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const place = document.querySelector(`[data-pointer="${CSS.escape(path)}"]`);
    if (!place) continue;
    place.scrollIntoView({ block: 'center' });
    // What is typed into before what is pressed: a sheet has its own buttons above its cells, and those may be out of use.
    const input =
      place.querySelector<HTMLElement>('input:enabled, textarea:enabled') ??
      place.querySelector<HTMLElement>('button:enabled, [tabindex="0"]');
    (input ?? (place instanceof HTMLElement ? place : null))?.focus({ preventScroll: true });
    return;
  }
}
