import { definePlugin } from "@headroom/sdk";
import { filterParams, filterReadouts } from "./params.js";
import { FilterProcessor } from "./processor.js";

/** A low-pass or high-pass of 12 dB an octave, with its response at its slot and in its view. */
export default definePlugin({
  id: "com.acme.filter",
  name: "Filter",
  vendor: "Acme",
  version: "1.0.0",
  features: ["filter", "eq"],
  io: { main: ["stereo", "mono"] },
  params: filterParams,
  readouts: filterReadouts,
  presets: [
    { name: "Telephone", values: { type: "high-pass", cutoff: 400, resonance: 1.2 } },
    { name: "Next room", values: { cutoff: 500 } },
  ],
  processor: (context) => new FilterProcessor(context),
  view: () => import("./view.js"),
});
