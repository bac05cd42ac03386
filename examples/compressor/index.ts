import { definePlugin } from "@headroom/sdk";
import { compressorParams, compressorReadouts } from "./params.js";
import { CompressorProcessor } from "./processor.js";

/** Turns down what is above a threshold, by its own level or by that of its sidechain. */
export default definePlugin({
  id: "com.acme.compressor",
  name: "Compressor",
  vendor: "Acme",
  version: "1.0.0",
  features: ["dynamics"],
  io: { main: ["stereo", "mono"], sidechain: ["stereo"] },
  params: compressorParams,
  readouts: compressorReadouts,
  presets: [
    { name: "Glue", values: { threshold: -18, ratio: 2, knee: 12, attack: 30, release: 300 } },
    { name: "Duck under the voice", values: { key: "sidechain", threshold: -36, ratio: 4, release: 400 } },
  ],
  processor: (context) => new CompressorProcessor(context),
});
