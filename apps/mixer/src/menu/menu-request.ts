import { Observable } from "../state/observable.js";

/** One choice of a menu. */
export interface MenuAction {
  readonly label: string;
  /** Key that does the same, as people write it: "Alt+↑". */
  readonly shortcut?: string;
  /** A second line in smaller type. */
  readonly detail?: string;
  /** Colour of a swatch before the label. */
  readonly color?: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly dangerous?: boolean;
  readonly run: () => void;
}

export interface MenuSection {
  readonly title?: string;
  /** In sight at the lower edge however long the sections over it are. */
  readonly stays?: boolean;
  readonly actions: readonly MenuAction[];
}

/** Where a menu opens, in CSS pixels of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MenuRequest {
  /** Accessible name. */
  readonly label: string;
  readonly place: MenuPlace;
  /** What a search field over the menu is for; without it there is none. */
  readonly search?: string;
  readonly sections: readonly MenuSection[];
}

/** The menu that is open: one at a time, for the whole app. */
export const openMenu = new Observable<MenuRequest | undefined>(undefined);

/** The place of a menu that belongs to an element. */
export function below(element: Element): MenuPlace {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

/** The place of a menu that a context-menu event asks for: the pointer, or the element where a key asked. */
export function atPointer(event: { clientX: number; clientY: number; currentTarget: Element }): MenuPlace {
  if (event.clientX === 0 && event.clientY === 0) return below(event.currentTarget);
  return { x: event.clientX, y: event.clientY, width: 0, height: 0 };
}
