import { definePlugin } from "@headroom/sdk";
import { eqParams, eqReadouts } from "./params.js";
import { EqProcessor } from "./processor/eq-processor.js";

export type { BandNumber, BandType, EqParams, EqReadouts, Slope } from "./params.js";
export { BAND_COUNT, EQ_BAND_TYPES, EQ_BANDS, EQ_SLOPES, eqParams, eqReadouts } from "./params.js";
export type { EqValues } from "./response.js";
export { eqBandResponseDb, eqResponseDb } from "./response.js";
export { hasGain, hasSlope } from "./band-filter.js";
export { SPECTRUM_FREQUENCIES } from "./spectrum.js";

/** Eight bands of any type, with cuts of 6 to 96 dB an octave. */
export default definePlugin({
  id: "dev.headroom.parametric-eq",
  name: "Parametric EQ",
  vendor: "Headroom",
  version: "0.1.0",
  features: ["eq", "filter"],
  io: { main: ["stereo", "mono"] },
  params: eqParams,
  readouts: eqReadouts,
  processor: (context) => new EqProcessor(context),
  view: () => import("./view.js"),
});
