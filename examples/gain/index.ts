import { decibels, definePlugin } from "@headroom/sdk";

export default definePlugin({
  id: "com.acme.gain",
  name: "Gain",
  vendor: "Acme",
  version: "1.0.0",
  features: ["utility"],
  params: { gain: decibels({ min: -60, max: 12, default: 0 }) },
  processor: () => ({
    tail: 0,
    process({ input, output, params, frames }) {
      const { gains } = params.gain;
      for (let c = 0; c < output.length; c++) {
        for (let i = 0; i < frames; i++) output[c]![i] = input[c]![i]! * gains[i]!;
      }
    },
  }),
});
