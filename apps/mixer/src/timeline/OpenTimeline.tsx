import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { LaneName } from "./LaneName.js";
import { Markers } from "./Markers.js";
import { shownSeconds } from "./time-scale.js";
import { TimelineArea } from "./TimelineArea.js";
import { TimelineTools } from "./TimelineTools.js";
import { LANE_HEIGHTS, timelineSettings } from "./timeline-settings.js";
import { useTimeView } from "./use-time-view.js";

/** Pixels of the names beside the lanes. */
const NAMES_WIDTH = 176;

/** The timeline where it is shown: names at the left, which stay, and the lanes, which scroll. */
export function OpenTimeline({ height }: { readonly height: number }) {
  const seconds = useSession(shownSeconds);
  const order = useSession((session) => session.order);
  const strips = useSession((session) => session.strips);
  const hasMarkers = useSession((session) => Object.keys(session.markers).length > 0);
  const { laneHeight } = useObservable(timelineSettings);
  const scroller = useTimeView(seconds, NAMES_WIDTH);
  const channels = order.flatMap((id) => strips[id] ?? []).filter((strip) => strip.kind === "channel");
  return (
    <section
      ref={scroller}
      className="timeline"
      aria-label="Timeline"
      data-markers={hasMarkers || undefined}
      style={{ height, "--timeline-height": `${height}px`, "--names-width": `${NAMES_WIDTH}px`, "--lane-height": `${LANE_HEIGHTS[laneHeight]}px` }}
    >
      <div className="timeline-names">
        <TimelineTools />
        {channels.map((strip) => (
          <LaneName key={strip.id} strip={strip} />
        ))}
      </div>
      <TimelineArea channels={channels} seconds={seconds} edited>
        <Markers />
      </TimelineArea>
    </section>
  );
}
