/** A slot of a strip, as its row is drawn. */
export interface SlotPlace {
  readonly stripId: string;
  readonly stripName: string;
  /** Counted from 0; people count from 1. */
  readonly slot: number;
  readonly tabIndex: number;
}

/** The element that has the focus for a slot. */
export function slotElement(stripId: string, slot: number): HTMLElement | null {
  return document.querySelector(`.slot[data-strip="${CSS.escape(stripId)}"][data-slot="${slot}"] [data-slot-focus]`);
}

/** Focuses a slot once React has drawn what the edit before changed. */
export function focusSlot(stripId: string, slot: number): void {
  requestAnimationFrame(() => slotElement(stripId, slot)?.focus());
}
