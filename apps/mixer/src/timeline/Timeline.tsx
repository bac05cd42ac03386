import { lazy, Suspense } from "react";
import { useObservable } from "../state/observable.js";
import { timelinePanel } from "./panel-height.js";
import { Splitter } from "./Splitter.js";

// No part of the first load: the mixer plays without it.
const OpenTimeline = lazy(async () => ({ default: (await import("./OpenTimeline.js")).OpenTimeline }));

/** Ruler, one lane a channel, loop and playhead. */
export function Timeline() {
  const { open, height } = useObservable(timelinePanel);
  if (!open) return null;
  return (
    <>
      <Suspense fallback={<div style={{ height, flex: "none" }} />}>
        <OpenTimeline height={height} />
      </Suspense>
      <Splitter />
    </>
  );
}
