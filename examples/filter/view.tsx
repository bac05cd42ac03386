import { Canvas, ChoiceButtons, createReactView, drawGrid, drawResponse, Knob, pluginHooks, type Drawing } from "@headroom/ui";
import { useEffect, useState } from "react";
import type plugin from "./index.js";
import { STYLES } from "./styles.js";

const { useParam, useReadout } = pluginHooks<typeof plugin>();
const RANGE_DB = 24;

function FilterView() {
  const { text, handle: cutoff } = useParam("cutoff");
  return (
    <div className="acme-filter">
      <style href="acme-filter" precedence="default">
        {STYLES}
      </style>
      <figure role="img" aria-label={`Response, cutoff at ${text}`}>
        <Curve />
      </figure>
      <div>
        <ChoiceButtons handle={useParam("type").handle} />
        <Knob handle={cutoff} />
        <Knob handle={useParam("resonance").handle} />
      </div>
    </div>
  );
}

/** The response as the processor publishes it, read once a frame and drawn when it differs. */
function Curve() {
  const response = useReadout("response");
  const [shown] = useState(() => response.read().slice());
  useEffect(() => response.observe(), [response]);
  const changed = () => {
    const now = response.read();
    if (now.every((db, i) => db === shown[i])) return false;
    shown.set(now);
    return true;
  };
  const draw = (drawing: Drawing) => {
    drawGrid(drawing, { rangeDb: RANGE_DB });
    drawResponse(drawing, shown, { rangeDb: RANGE_DB, color: drawing.palette.accent, lineWidth: 2, fill: 0.12 });
  };
  return <Canvas draw={draw} changed={changed} animated />;
}

export default createReactView(FilterView, { width: 480, height: 320 });
