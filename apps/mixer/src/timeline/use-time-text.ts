import { useCallback } from "react";
import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { barsText, clockText } from "../transport/time-text.js";
import { timelineSettings } from "./timeline-settings.js";

/** Says a time of the song as the ruler does: "bar 5.1.1" or "0:08.0". */
export function useTimeText(): (seconds: number) => string {
  const { ruler } = useObservable(timelineSettings);
  const tempo = useSession((session) => session.tempo);
  return useCallback((seconds) => (ruler === "bars" ? `bar ${barsText(seconds, tempo)}` : clockText(seconds)), [ruler, tempo]);
}
