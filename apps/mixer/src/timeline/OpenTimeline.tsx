import { MASTER_ID } from "@headroom/session";
import { Fragment } from "react";
import { AutomationLane } from "../automation/AutomationLane.js";
import { LaneHeader } from "../automation/LaneHeader.js";
import { useShownLanes } from "../automation/use-shown-lanes.js";
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
  const lanes = useShownLanes();
  // Buses and the master have no clips: they are there with their lanes alone.
  const rows = [...order, MASTER_ID].flatMap((id) => strips[id] ?? []).filter(({ id, kind }) => kind === "channel" || lanes.has(id));
  return (
    <section
      ref={scroller}
      className="timeline"
      aria-label="Timeline"
      data-markers={hasMarkers || undefined}
      style={{ height, "--timeline-height": `${height}px`, "--names-width": `${NAMES_WIDTH}px`, "--automation-height": `${Math.max(46, LANE_HEIGHTS[laneHeight])}px`, "--lane-height": `${LANE_HEIGHTS[laneHeight]}px` }}
    >
      <div className="timeline-names">
        <TimelineTools />
        {rows.map((strip) => (
          <Fragment key={strip.id}>
            <LaneName strip={strip} />
            {lanes.get(strip.id)?.map(({ key, target, form }) => <LaneHeader key={key} target={target} form={form} />)}
          </Fragment>
        ))}
      </div>
      <TimelineArea
        channels={rows}
        seconds={seconds}
        edited
        below={(strip) => lanes.get(strip.id)?.map(({ key, target, form }) => <AutomationLane key={key} target={target} form={form} color={strip.color} />)}
      >
        <Markers />
      </TimelineArea>
    </section>
  );
}
