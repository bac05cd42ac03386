import { definePlugin } from "@headroom/sdk";
import { eqParams, eqReadouts } from "./params.js";
import { eqPresets } from "./presets.js";
import { EqProcessor } from "./processor/eq-processor.js";

export type { BandChannel, BandNumber, BandParameter, BandType, EqParams, EqReadouts, Quality, Slope } from "./params.js";
export { BAND_COUNT, EQ_BAND_TYPES, EQ_BANDS, EQ_CHANNELS, EQ_QUALITIES, EQ_SLOPES, eqParams, eqReadouts } from "./params.js";
export type { EqResponseOptions, EqValues } from "./response.js";
export { eqBandResponseDb, eqResponseDb } from "./response.js";
export { canBeDynamic, hasGain, hasSlope } from "./band-types.js";
export { SPECTRUM_FREQUENCIES } from "./spectrum.js";

/** Twenty-four bands of any type, in stereo or any part of it, static or dynamic. */
export default definePlugin({
  id: "dev.headroom.parametric-eq",
  name: "Parametric EQ",
  vendor: "Headroom",
  version: "0.1.0",
  features: ["eq", "filter"],
  io: { main: ["stereo", "mono"] },
  params: eqParams,
  readouts: eqReadouts,
  presets: eqPresets,
  processor: (context) => new EqProcessor(context),
  view: () => import("./view.js"),
});
