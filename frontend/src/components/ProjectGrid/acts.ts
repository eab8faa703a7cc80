/** What can be done with the rows by a button. */
export type Act = 'undo' | 'redo' | 'insertRow' | 'removeRows' | 'moveUp' | 'moveDown' | 'fillDown' | 'full';

export interface Offer {
  act: Act;
  may: boolean;
}

interface Given {
  readOnly: boolean;
  adds: boolean;
  removes: boolean;
  moves: boolean;
  some: boolean;
  undoes: boolean;
  redoes: boolean;
  above: boolean;
  below: boolean;
}

/** The buttons in order; those that cannot be pressed just now stay in their place. */
export function offersOf(g: Given): Offer[] {
  const all: (Offer & { shown: boolean })[] = [
    { act: 'undo', may: g.undoes, shown: !g.readOnly },
    { act: 'redo', may: g.redoes, shown: !g.readOnly },
    { act: 'insertRow', may: true, shown: !g.readOnly && g.adds },
    { act: 'removeRows', may: g.some, shown: !g.readOnly && g.removes },
    { act: 'moveUp', may: g.some && g.above, shown: !g.readOnly && g.moves },
    { act: 'moveDown', may: g.some && g.below, shown: !g.readOnly && g.moves },
    { act: 'fillDown', may: g.some, shown: !g.readOnly },
    { act: 'full', may: true, shown: true },
  ];
  return all.filter((each) => each.shown);
}
