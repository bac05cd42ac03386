import type { AttachedControl } from "@headroom/ui";
import { Observable } from "../state/observable.js";

/** A control whose value is being typed in a field of its own, for controls that have no room for one. */
export interface ValueEntryRequest {
  readonly control: AttachedControl;
  /** Typed already; empty begins with the value as it is. */
  readonly text: string;
  /** The value as it is, as its control writes it. */
  readonly shown: string;
}

/** `undefined` while nobody types. */
export const valueEntry = new Observable<ValueEntryRequest | undefined>(undefined);

/** Opens the field for a control. @param text - typed already. */
export function typeValue(control: AttachedControl, text = ""): void {
  valueEntry.set({ control, text, shown: control.format(control.handle.number()) });
}
