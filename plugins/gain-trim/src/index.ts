import { definePlugin } from "@headroom/sdk";
import { gainTrimParams, gainTrimReadouts } from "./params.js";
import { GAIN_TRIM_PRESETS } from "./presets.js";
import { GainTrimProcessor } from "./processor/gain-trim-processor.js";

export type { GainTrimParams, GainTrimReadouts } from "./params.js";
export { gainTrimParams, gainTrimReadouts } from "./params.js";

/** Gain, polarity, channel swap, mono sum, width, balance, DC block, and a gain set by what was heard. */
export default definePlugin({
  id: "dev.headroom.gain-trim",
  name: "Gain Trim",
  vendor: "Headroom",
  version: "0.1.0",
  features: ["utility"],
  io: { main: ["stereo", "mono"] },
  params: gainTrimParams,
  readouts: gainTrimReadouts,
  presets: GAIN_TRIM_PRESETS,
  processor: (context) => new GainTrimProcessor(context),
  view: () => import("./view.js"),
});
