import type { Way } from './selection';

/** What of a keyboard event matters. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  keyCode: number;
  isComposing: boolean;
}

/** How the active cell is held: gone over, typed into afresh, edited with a caret, or chosen from a list. */
export type Mode = 'move' | 'type' | 'caret' | 'pick';

export type Command =
  | { do: 'go'; way: Way; extend: boolean }
  | { do: 'edit' | 'clear' | 'undo' | 'redo' | 'all' | 'insertRow' | 'fillDown' | 'cancel' | 'newline' | 'toggle' }
  | { do: 'commit'; way: Way | null }
  | { do: 'choose'; way: 'up' | 'down' };

const arrows: Record<string, Way> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };
const leaps: Record<string, Way> = { ArrowUp: 'top', ArrowDown: 'bottom', ArrowLeft: 'rowStart', ArrowRight: 'rowEnd' };
const plainWays: Record<string, Way> = {
  ...arrows,
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};
const ctrlWays: Record<string, Way> = { ...leaps, Home: 'first', End: 'last' };
const ctrlActs: Record<string, 'undo' | 'redo' | 'all' | 'insertRow' | 'fillDown'> = {
  z: 'undo',
  y: 'redo',
  a: 'all',
  d: 'fillDown',
  Enter: 'insertRow',
};
const acts: Record<string, 'edit' | 'clear' | 'cancel' | 'toggle'> = {
  F2: 'edit',
  Delete: 'clear',
  Backspace: 'clear',
  Escape: 'cancel',
};

/** What a key asks for; null leaves it to the browser. A key an input method is still composing with asks for nothing. */
export function commandOf(press: Press, mode: Mode): Command | null {
  if (press.isComposing || press.keyCode === 229) return null;
  return mode === 'move' ? moving(press) : editing(press, mode);
}

function moving(p: Press): Command | null {
  const ctrl = p.ctrlKey || p.metaKey;
  const key = p.key.length === 1 ? p.key.toLowerCase() : p.key;
  if (p.altKey) return key === 'ArrowDown' ? { do: 'edit' } : null;
  const way = (ctrl ? ctrlWays : plainWays)[key];
  if (way) return { do: 'go', way, extend: p.shiftKey };
  if (ctrl) {
    if (key === 'z' && p.shiftKey) return { do: 'redo' };
    const act = ctrlActs[key];
    return act ? { do: act } : null;
  }
  if (key === 'Tab') return { do: 'go', way: p.shiftKey ? 'previous' : 'next', extend: false };
  if (key === 'Enter') return { do: 'go', way: p.shiftKey ? 'above' : 'below', extend: false };
  if (key === ' ') return { do: 'toggle' };
  const act = acts[key];
  return act ? { do: act } : null;
}

function editing(p: Press, mode: Mode): Command | null {
  if (p.key === 'Escape') return { do: 'cancel' };
  if (p.key === 'Tab') return { do: 'commit', way: p.shiftKey ? 'previous' : 'next' };
  if (p.key === 'Enter') {
    if (p.altKey) return { do: 'newline' };
    if (p.ctrlKey || p.metaKey) return { do: 'commit', way: null };
    return { do: 'commit', way: p.shiftKey ? 'above' : 'below' };
  }
  const arrow = arrows[p.key];
  if (mode === 'pick') {
    if (arrow === 'up' || arrow === 'down') return { do: 'choose', way: arrow };
    return p.key === ' ' ? { do: 'toggle' } : null;
  }
  // Over a cell begun by typing the arrows go on to the next, as in a spreadsheet; with a caret they move it.
  if (mode === 'type' && arrow && !p.shiftKey && !p.ctrlKey) return { do: 'commit', way: arrow };
  return null;
}
