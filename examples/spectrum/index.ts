import { SpectrumAnalyzer } from "@headroom/dsp";
import { definePlugin, series } from "@headroom/sdk";
import { SPECTRUM_FREQUENCIES } from "./frequencies.js";

/** Passes the sound on, and shows its spectrum. */
export default definePlugin({
  id: "com.acme.spectrum",
  name: "Spectrum",
  vendor: "Acme",
  version: "1.0.0",
  features: ["analyzer"],
  io: { main: ["stereo", "mono"] },
  params: {},
  readouts: { spectrum: series("dBFS", SPECTRUM_FREQUENCIES.length) },
  processor: ({ sampleRate, channels }) => {
    const analyzer = new SpectrumAnalyzer(channels, { sampleRate, frequencies: SPECTRUM_FREQUENCIES });
    let running = false;
    return {
      tail: 0,
      reset() {
        analyzer.reset();
      },
      process({ input, output, readouts: { spectrum }, frames }) {
        for (let c = 0; c < output.length; c++) {
          for (let i = 0; i < frames; i++) output[c]![i] = input[c]![i]!;
        }
        // What was heard before nobody looked is no part of the picture.
        if (spectrum.observed && !running) analyzer.reset();
        running = spectrum.observed;
        if (!running || !analyzer.write(input, frames)) return;
        spectrum.data.set(analyzer.levels);
        spectrum.publish();
      },
    };
  },
  view: () => import("./view.js"),
});
