import { definePlugin } from "@headroom/sdk";
import { params, readouts } from "./params.js";
import { LevelMeter } from "./processor.js";

/** A meter of peak and RMS. The sound goes through as it is. */
export default definePlugin({
  id: "com.example.my-plugin",
  name: "My Plugin",
  vendor: "My Company",
  version: "0.1.0",
  features: ["analyzer"],
  io: { main: ["stereo", "mono"] },
  params,
  readouts,
  processor: (context) => new LevelMeter(context),
});
