import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { LaneName } from "./Lane.js";
import { timelinePanel } from "./panel-height.js";
import { Splitter } from "./Splitter.js";
import { shownSeconds } from "./time-scale.js";
import { TimelineArea } from "./TimelineArea.js";

/** Ruler, one lane a channel, loop and playhead. */
export function Timeline() {
  const panel = useObservable(timelinePanel);
  if (!panel.open) return null;
  return (
    <>
      <OpenTimeline height={panel.height} />
      <Splitter />
    </>
  );
}

function OpenTimeline({ height }: { readonly height: number }) {
  const seconds = useSession(shownSeconds);
  const order = useSession((session) => session.order);
  const strips = useSession((session) => session.strips);
  const channels = order.flatMap((id) => strips[id] ?? []).filter((strip) => strip.kind === "channel");
  return (
    <section className="timeline" aria-label="Timeline" style={{ height, "--timeline-height": `${height}px` }}>
      <div className="timeline-names">
        <div className="ruler-corner" />
        {channels.map((strip) => (
          <LaneName key={strip.id} strip={strip} />
        ))}
      </div>
      <TimelineArea channels={channels} seconds={seconds} />
    </section>
  );
}
