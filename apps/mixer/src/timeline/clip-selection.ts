import { Observable } from "../state/observable.js";

/** The clip that keys act on, and whose handles are shown. */
export const selectedClip = new Observable<string | undefined>(undefined);

/** Puts the focus on a clip once it is drawn. */
export function focusClip(clipId: string | undefined): void {
  if (clipId === undefined) return;
  selectedClip.set(clipId);
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-clip="${CSS.escape(clipId)}"]`)?.focus());
}
