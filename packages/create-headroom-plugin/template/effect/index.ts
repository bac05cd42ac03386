import { definePlugin } from "@headroom/sdk";
import { params } from "./params.js";
import { LowPass } from "./processor.js";

/** A resonant low-pass of 12 dB an octave. */
export default definePlugin({
  id: "com.example.my-plugin",
  name: "My Plugin",
  vendor: "My Company",
  version: "0.1.0",
  features: ["filter"],
  io: { main: ["stereo", "mono"] },
  params,
  presets: [
    { name: "Warm", values: { cutoff: 6000 } },
    { name: "Next door", values: { cutoff: 300, resonance: 1.5 } },
  ],
  processor: (context) => new LowPass(context),
});
