import { definePlugin } from "@headroom/sdk";
import { meterParams, meterReadouts } from "./params.js";
import { MeterProcessor } from "./processor/meter-processor.js";

export type { MeterParams, MeterReadouts } from "./params.js";
export { meterParams, meterReadouts } from "./params.js";

/** Sample peak, RMS, hold, maximum and clip count. */
export default definePlugin({
  id: "dev.headroom.meter",
  name: "Meter",
  vendor: "Headroom",
  version: "0.1.0",
  features: ["analyzer", "utility"],
  io: { main: ["stereo", "mono"] },
  params: meterParams,
  readouts: meterReadouts,
  processor: (context) => new MeterProcessor(context),
  view: () => import("./view.js"),
});
