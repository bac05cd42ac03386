import { Canvas, drawSpectrum } from "@headroom/ui";
import { useEffect } from "react";
import { SPECTRUM_FREQUENCIES } from "../spectrum.js";
import type { EqHost } from "./bands.js";


/** The spectrum before (faint) and after the equalizer, while they are looked at. */
export function SpectrumLayer({ host }: { readonly host: EqHost }) {
  const { spectrumIn, spectrumOut } = host.readouts;
  useEffect(() => {
    const undo = [spectrumIn.observe(), spectrumOut.observe()];
    return () => {
      for (const each of undo) each();
    };
  }, [spectrumIn, spectrumOut]);
  return (
    <Canvas
      animated
      draw={(drawing) => {
        const { palette } = drawing;
        drawSpectrum(drawing, spectrumIn.read(), {
          frequenciesHz: SPECTRUM_FREQUENCIES, color: palette["spectrum-pre"], fill: 0, line: 0.55,
        });
        drawSpectrum(drawing, spectrumOut.read(), {
          frequenciesHz: SPECTRUM_FREQUENCIES, color: palette["spectrum-post"], fill: 0.2, line: 0.8,
        });
      }}
    />
  );
}
