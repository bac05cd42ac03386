import { PanelSplitter } from "../controls/PanelSplitter.js";
import { useObservable } from "../state/observable.js";
import { LEAST_HEIGHT, MOST_HEIGHT, setTimelineHeight, STEP, timelinePanel } from "./panel-height.js";

/** The line between timeline and mixer. */
export function Splitter() {
  const { height } = useObservable(timelinePanel);
  return (
    <PanelSplitter
      label="Height of the timeline"
      className="splitter"
      orientation="horizontal"
      size={height}
      least={LEAST_HEIGHT}
      most={MOST_HEIGHT}
      step={STEP}
      larger="ArrowDown"
      sizeAt={(event) => {
        const panel = event.currentTarget.previousElementSibling;
        return panel ? event.clientY - panel.getBoundingClientRect().top : undefined;
      }}
      onChange={setTimelineHeight}
    />
  );
}
