import { useObservable } from "../../state/observable.js";
import { LEAST_WIDTH, mixPanel, MOST_WIDTH, setMixPanelWidth, WIDTH_STEP } from "./mix-panel-state.js";

const DIRECTION: Readonly<Record<string, number>> = { ArrowLeft: 1, ArrowRight: -1 };

/** The line between strips and mix panel: drag it, or move it with the arrow keys. */
export function MixSplitter() {
  const { width } = useObservable(mixPanel);
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the mix panel"
      aria-valuemin={LEAST_WIDTH}
      aria-valuemax={MOST_WIDTH}
      aria-valuenow={width}
      tabIndex={0}
      className="mix-splitter"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) setMixPanelWidth(innerWidth - event.clientX);
      }}
      onKeyDown={(event) => {
        const direction = DIRECTION[event.key];
        if (direction === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        setMixPanelWidth(width + direction * WIDTH_STEP);
      }}
    />
  );
}
