import { useState } from "react";

/** A band's menu, open at a place of the view. */
export interface OpenMenu {
  readonly number: number;
  /** CSS pixels from the view's top left. */
  readonly x: number;
  readonly y: number;
}

/** What the view itself remembers: nothing of it is heard. */
export interface BandSelection {
  /** The selected band, 1…8. */
  readonly selected: number | undefined;
  /** The band under the pointer, 1…8. */
  readonly hovered: number | undefined;
  readonly menu: OpenMenu | undefined;
  readonly select: (number: number | undefined) => void;
  readonly hover: (number: number | undefined) => void;
  readonly openMenu: (menu: OpenMenu | undefined) => void;
}

export function useBandSelection(): BandSelection {
  const [selected, select] = useState<number>();
  const [hovered, hover] = useState<number>();
  const [menu, openMenu] = useState<OpenMenu>();
  return { selected, hovered, menu, select, hover, openMenu };
}
