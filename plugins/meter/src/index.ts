import { definePlugin } from "@headroom/sdk";
import { meterParams, meterReadouts } from "./params.js";
import { MeterProcessor } from "./processor/meter-processor.js";

export type { MeterParams, MeterReadouts } from "./params.js";
export { meterParams, meterReadouts } from "./params.js";

/** Levels, true peak, VU, K-System, loudness over time against a target, correlation and goniometer. */
export default definePlugin({
  id: "dev.headroom.meter",
  name: "Meter",
  vendor: "Headroom",
  version: "0.2.0",
  features: ["analyzer", "utility"],
  io: { main: ["stereo", "mono"] },
  params: meterParams,
  readouts: meterReadouts,
  presets: [
    { name: "Broadcast: EBU R 128", values: { target: "ebu-r128" } },
    { name: "Streaming: −14 LUFS", values: { target: "streaming-14" } },
    { name: "Podcasts: −16 LUFS", values: { target: "streaming-16" } },
    { name: "Mixing: K-20", values: { target: "none", scale: "K-20", integrationMs: 600 } },
    { name: "Mixing: K-14", values: { target: "none", scale: "K-14", integrationMs: 600 } },
    { name: "Channel: 0 VU at −18 dBFS", values: { target: "none" } },
  ],
  processor: (context) => new MeterProcessor(context),
  view: () => import("./view.js"),
});
