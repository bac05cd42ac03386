import { Observable } from "../state/observable.js";

/** What edits on the timeline snap to. */
export const SNAPS = ["off", "bar", "beat", "half beat", "quarter beat", "second", "tenth"] as const;
export type Snap = (typeof SNAPS)[number];

export const LANE_HEIGHTS = { small: 22, medium: 36, tall: 64 } as const;

/** How a person likes the timeline. */
export interface TimelineSettings {
  readonly ruler: "bars" | "seconds";
  readonly snap: Snap;
  readonly laneHeight: keyof typeof LANE_HEIGHTS;
}

const KEY = "headroom.timeline";
const FIRST: TimelineSettings = { ruler: "bars", snap: "beat", laneHeight: "small" };

/** Stored on this computer. */
export const timelineSettings = new Observable<TimelineSettings>(stored());

export function setTimeline(fields: Partial<TimelineSettings>): void {
  timelineSettings.set({ ...timelineSettings.value, ...fields });
  try {
    localStorage.setItem(KEY, JSON.stringify(timelineSettings.value));
  } catch {
    // A browser that keeps nothing for this page has them until it is closed.
  }
}

function stored(): TimelineSettings {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Record<keyof TimelineSettings, unknown>>;
    return {
      ruler: found.ruler === "seconds" ? "seconds" : FIRST.ruler,
      snap: SNAPS.find((snap) => snap === found.snap) ?? FIRST.snap,
      laneHeight: found.laneHeight === "medium" || found.laneHeight === "tall" ? found.laneHeight : FIRST.laneHeight,
    };
  } catch {
    return FIRST;
  }
}
