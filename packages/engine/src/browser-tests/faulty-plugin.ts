/**
 * A plugin that goes wrong on command, as the text of its bundle: parameter `fault` 1 throws, 2 never returns,
 * 3 gives NaN, 4 gives +200 dB; 0 halves its input.
 */
export const FAULTY = "test.headroom.faulty";

export const FAULTY_BUNDLE = `
export default {
  id: "${FAULTY}", name: "Faulty", vendor: "Headroom tests", version: "1.0.0", features: ["utility"],
  params: { fault: { kind: "integer", unit: "", min: 0, max: 4, default: 0, taper: "linear", smoothMs: 0 } },
  readouts: {},
  processor: () => ({
    process({ input, output, params, frames }) {
      const fault = params.fault.value;
      if (fault === 1) throw new Error("a fault on command");
      for (;;) if (fault !== 2) break;
      const gain = fault === 3 ? NaN : fault === 4 ? 1e10 : 0.5;
      for (let c = 0; c < output.length; c++) for (let i = 0; i < frames; i++) output[c][i] = input[c][i] * gain;
    },
  }),
};`;

/** The address of a bundle given as text. */
export function bundleUrl(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
}
