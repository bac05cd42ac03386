import { Canvas, SpectrumHeatmap } from "@headroom/ui";
import { useState } from "react";
import { SPECTRUM_FREQUENCIES } from "../../spectrum.js";
import type { EqHost } from "../bands/band.js";
import { GRAPH_SPAN } from "./graphScale.js";
import type { GraphSettings, SpectrumSource } from "./graphSettings.js";
import { SpectrumTrace } from "./spectrumTrace.js";
import { useObserved } from "./useObserved.js";

interface HeatmapLayerProps {
  readonly host: EqHost;
  readonly source: SpectrumSource;
  readonly settings: GraphSettings;
}

/** Spectra from the bottom to the top: about eight seconds at 48 kHz. */
const ROWS = 384;
/** The colours lie where music does: the lowest part of the lines' range has none, what is near full scale the last. */
const COOL_DB = 18;
const HOT_DBFS = -14;

/** A spectrum over time, rising from the keys. To be mounted anew for another source. */
export function HeatmapLayer({ host, source, settings }: HeatmapLayerProps) {
  const readout = source === "input" ? host.readouts.spectrumIn : host.readouts.spectrumOut;
  const { isFrozen, tiltDbPerOctave, floorDb } = settings;
  const [{ heatmap, trace }] = useState(() => ({
    heatmap: new SpectrumHeatmap(SPECTRUM_FREQUENCIES, ROWS),
    trace: new SpectrumTrace(SPECTRUM_FREQUENCIES.length),
  }));
  useObserved(readout, true);
  const follow = () => {
    if (isFrozen) return false;
    const levels = readout.read();
    if (!trace.isNew(levels)) return false;
    heatmap.push(levels);
    return true;
  };
  const options = { span: GRAPH_SPAN, floorDb: floorDb + COOL_DB, ceilingDb: HOT_DBFS, tiltDbPerOctave };
  return <Canvas draw={(drawing) => heatmap.draw(drawing, options)} changed={follow} animated />;
}
