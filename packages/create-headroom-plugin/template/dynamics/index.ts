import { definePlugin } from "@headroom/sdk";
import { params, readouts } from "./params.js";
import { Compressor } from "./processor.js";

/** A compressor with a soft knee and a sidechain. */
export default definePlugin({
  id: "com.example.my-plugin",
  name: "My Plugin",
  vendor: "My Company",
  version: "0.1.0",
  features: ["dynamics"],
  io: { main: ["stereo", "mono"], sidechain: ["stereo"] },
  params,
  readouts,
  presets: [
    { name: "Gentle", values: { threshold: -24, ratio: 2, attack: 20, release: 250 } },
    { name: "Limit peaks", values: { threshold: -6, ratio: 20, attack: 0.5, release: 80 } },
  ],
  processor: (context) => new Compressor(context),
});
