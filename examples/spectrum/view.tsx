import { Canvas, createReactView, drawGrid, drawSpectrum, pluginHooks, type Drawing } from "@headroom/ui";
import { useEffect } from "react";
import { SPECTRUM_FREQUENCIES } from "./frequencies.js";
import type plugin from "./index.js";

const { useReadout } = pluginHooks<typeof plugin>();
const FLOOR_DB = -96;

/** The spectrum as the processor publishes it. React draws the frame once; the canvas draws in the page's animation loop. */
function SpectrumView() {
  const spectrum = useReadout("spectrum");
  // The processor computes it only while somebody looks.
  useEffect(() => spectrum.observe(), [spectrum]);
  const draw = (drawing: Drawing) => {
    drawGrid(drawing, { rangeDb: -FLOOR_DB / 2, labels: false });
    drawSpectrum(drawing, spectrum.read(), { frequenciesHz: SPECTRUM_FREQUENCIES, color: drawing.palette["spectrum-post"], fill: 0.22, line: 0.9, floorDb: FLOOR_DB });
  };
  return (
    <div role="img" aria-label="Spectrum, 20 Hz to 20 kHz" style={{ position: "relative", height: "100%", background: "var(--hr-well)" }}>
      <Canvas draw={draw} animated />
    </div>
  );
}

export default createReactView(SpectrumView, { width: 520, height: 240 });
