import { Canvas, drawSpectrum } from "@headroom/ui";
import type { Drawing } from "@headroom/ui";
import { useState } from "react";
import { SPECTRUM_FREQUENCIES } from "../../spectrum.js";
import type { EqHost } from "../bands/band.js";
import { GRAPH_SPAN } from "./graphScale.js";
import { SPEEDS, type GraphSettings } from "./graphSettings.js";
import { SpectrumTrace } from "./spectrumTrace.js";
import { useObserved } from "./useObserved.js";

interface SpectrumLayerProps {
  readonly host: EqHost;
  readonly settings: GraphSettings;
}

/** A frame that took longer than this was out of sight. */
const LONGEST_FRAME_MS = 250;

/** The spectra before (faint) and after the equalizer as lines, with their highest levels. */
export function SpectrumLayer({ host, settings }: SpectrumLayerProps) {
  const { showInput, showOutput, heatmap, isFrozen, holdsPeaks, speed, tiltDbPerOctave, floorDb } = settings;
  const { spectrumIn, spectrumOut } = host.readouts;
  const [traces] = useState(() => ({ input: new SpectrumTrace(SPECTRUM_FREQUENCIES.length), output: new SpectrumTrace(SPECTRUM_FREQUENCIES.length), lastMs: 0 }));
  useObserved(spectrumIn, showInput);
  useObserved(spectrumOut, showOutput);

  const follow = ({ nowMs }: Drawing) => {
    const elapsedMs = Math.min(LONGEST_FRAME_MS, nowMs - traces.lastMs);
    traces.lastMs = nowMs;
    if (isFrozen) return false;
    if (!holdsPeaks) {
      traces.input.clearPeaks();
      traces.output.clearPeaks();
    }
    const inputMoved = showInput && traces.input.follow(spectrumIn.read(), elapsedMs, SPEEDS[speed]);
    const outputMoved = showOutput && traces.output.follow(spectrumOut.read(), elapsedMs, SPEEDS[speed]);
    return inputMoved || outputMoved;
  };
  const draw = (drawing: Drawing) => {
    const { palette } = drawing;
    const scale = { frequenciesHz: SPECTRUM_FREQUENCIES, span: GRAPH_SPAN, floorDb, tiltDbPerOctave };
    if (showInput) drawSpectrum(drawing, traces.input.levels, { ...scale, color: palette["spectrum-pre"], fill: heatmap === "off" ? 0.08 : 0, line: 0.7 });
    if (showOutput) drawSpectrum(drawing, traces.output.levels, { ...scale, color: palette["spectrum-post"], fill: heatmap === "off" ? 0.22 : 0, line: 0.9 });
    if (!holdsPeaks) return;
    if (showInput) drawSpectrum(drawing, traces.input.peaks, { ...scale, color: palette["spectrum-pre"], fill: 0, line: 0.8 });
    if (showOutput) drawSpectrum(drawing, traces.output.peaks, { ...scale, color: palette["spectrum-post"], fill: 0, line: 1 });
  };
  return <Canvas draw={draw} changed={follow} animated />;
}
