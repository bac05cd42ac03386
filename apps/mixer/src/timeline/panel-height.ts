import { Observable } from "../state/observable.js";

export const LEAST_HEIGHT = 64;
export const MOST_HEIGHT = 480;
export const STEP = 16;

/** Windows below this height show half of the demo song's lanes at first, so that faders keep their travel. */
const TALL_WINDOW = 900;

/** Height of the open timeline in CSS pixels, and whether it is open. */
export const timelinePanel = new Observable({ open: true, height: innerHeight < TALL_WINDOW ? 134 : 244 });

export function toggleTimeline(): void {
  timelinePanel.set({ ...timelinePanel.value, open: !timelinePanel.value.open });
}

export function setTimelineHeight(height: number): void {
  timelinePanel.set({ open: true, height: Math.round(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, height))) });
}
