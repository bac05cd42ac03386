import { Observable } from "../../state/observable.js";

/** Steps of a mix, in the order in which they are usually made, its check, and practice. */
export type MixStep = "gain" | "practice";

export const LEAST_WIDTH = 420;
export const MOST_WIDTH = 1200;
/** By how much an arrow key moves the panel's edge. */
export const WIDTH_STEP = 24;

interface MixPanelState {
  readonly open: boolean;
  readonly step: MixStep;
  /** CSS pixels. */
  readonly width: number;
}

/** Whether the mix panel is open, at which step it is, and how wide. */
export const mixPanel = new Observable<MixPanelState>({ open: false, step: "gain", width: Math.round(Math.min(820, Math.max(580, innerWidth * 0.42))) });

export function toggleMixPanel(): void {
  mixPanel.set({ ...mixPanel.value, open: !mixPanel.value.open });
}

/** Opens the panel at a place in it. */
export function showInMixPanel(place: Partial<Pick<MixPanelState, "step">>): void {
  mixPanel.set({ ...mixPanel.value, ...place, open: true });
}

export function setMixPanelWidth(width: number): void {
  const most = Math.min(MOST_WIDTH, innerWidth - 320);
  mixPanel.set({ ...mixPanel.value, width: Math.round(Math.min(most, Math.max(LEAST_WIDTH, width))) });
}
