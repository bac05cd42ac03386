import { decibels, definePlugin } from "@headroom/sdk";
import { ShaperKernel } from "./kernel.js";

/** Saturation, computed by a kernel in WebAssembly. */
export default definePlugin({
  id: "com.acme.saturator",
  name: "Saturator",
  vendor: "Acme",
  version: "1.0.0",
  features: ["distortion"],
  io: { main: ["stereo", "mono"] },
  params: {
    drive: decibels({ min: 0, max: 36, default: 6 }),
    output: decibels({ min: -36, max: 0, default: 0 }),
  },
  processor: ({ maxFrames }) => {
    const kernel = new ShaperKernel(maxFrames);
    return {
      tail: 0,
      process({ input, output, params, frames }) {
        const { gains: drives } = params.drive;
        const { gains } = params.output;
        const { signal } = kernel;
        for (let i = 0; i < frames; i++) kernel.gains[i] = drives[i]!;
        for (let c = 0; c < output.length; c++) {
          const from = input[c]!;
          const to = output[c]!;
          for (let i = 0; i < frames; i++) signal[i] = from[i]!;
          kernel.run(frames);
          for (let i = 0; i < frames; i++) to[i] = signal[i]! * gains[i]!;
        }
      },
    };
  },
});
