import { PanelSplitter } from "../../controls/PanelSplitter.js";
import { useObservable } from "../../state/observable.js";
import { LEAST_WIDTH, mixPanel, MOST_WIDTH, setMixPanelWidth, WIDTH_STEP } from "./mix-panel-state.js";

/** The line between strips and mix panel. */
export function MixSplitter() {
  const { width } = useObservable(mixPanel);
  return (
    <PanelSplitter
      label="Width of the mix panel"
      className="mix-splitter"
      orientation="vertical"
      size={width}
      least={LEAST_WIDTH}
      most={MOST_WIDTH}
      step={WIDTH_STEP}
      larger="ArrowLeft"
      sizeAt={(event) => innerWidth - event.clientX}
      onChange={setMixPanelWidth}
    />
  );
}
