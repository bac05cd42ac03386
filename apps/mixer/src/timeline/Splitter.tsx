import { useObservable } from "../state/observable.js";
import { LEAST_HEIGHT, MOST_HEIGHT, setTimelineHeight, STEP, timelinePanel } from "./panel-height.js";

const DIRECTION: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** The line between timeline and mixer: drag it, or move it with the arrow keys. */
export function Splitter() {
  const { height } = useObservable(timelinePanel);
  return (
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the timeline"
      aria-valuemin={LEAST_HEIGHT}
      aria-valuemax={MOST_HEIGHT}
      aria-valuenow={height}
      tabIndex={0}
      className="splitter"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const panel = event.currentTarget.previousElementSibling;
        if (panel) setTimelineHeight(event.clientY - panel.getBoundingClientRect().top);
      }}
      onKeyDown={(event) => {
        const direction = DIRECTION[event.key];
        if (direction === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        setTimelineHeight(height + direction * STEP);
      }}
    />
  );
}
