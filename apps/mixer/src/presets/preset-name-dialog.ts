import { Observable } from "../state/observable.js";

/** What the dialog for a preset's name is open for. */
export type PresetNaming =
  | { readonly kind: "save"; readonly insertId: string; readonly name: string }
  | { readonly kind: "rename"; readonly presetId: string };

/** `undefined` while it is closed. */
export const presetNaming = new Observable<PresetNaming | undefined>(undefined);
