import type { Fault, FaultCode } from "./fault.js";

export const FAULT_PLUGIN = "dev.headroom.fault";
/** Its parameter: the number of a fault in the list, from 1 on. */
export const FAULT_PARAMETER = "fault";

/**
 * The faulty plugin as a bundle: halves its input, a frame late so that it differs from what stands in for it, until its parameter names a fault. It goes wrong when the parameter moves,
 * not by what it is made with (but for faults of the making), so that one that starts anew with its settings is sound again.
 */
export function faultBundle(faults: readonly Fault[]): string {
  const cases = (call: keyof FaultCode) => faults.map(({ code }, i) => (code?.[call] === undefined ? "" : `case ${i + 1}: { ${code[call]}; break; }`)).join("\n");
  return `
export default {
  id: "${FAULT_PLUGIN}", name: "Faulty", vendor: "Headroom", version: "1.0.0", features: ["utility"],
  params: { ${FAULT_PARAMETER}: { kind: "integer", unit: "", min: 0, max: ${faults.length}, default: 0, taper: "linear", smoothMs: 0 } },
  readouts: {},
  processor: ({ params, stateChanged }) => {
    const before = params.${FAULT_PARAMETER}.value;
    const held = [0, 0];
    let now = 0, quanta = 0, owedMs = 0;
    // Date is the only clock in the sandbox, and counts whole milliseconds: what is less is owed to the next call.
    const spin = (ms) => {
      owedMs += ms;
      const end = Date.now() + Math.floor(owedMs);
      owedMs %= 1;
      while (Date.now() < end);
    };
    switch (before) { ${cases("create")} }
    return {
      tail: 0,
      process({ input, output, frames }) {
        for (let c = 0; c < output.length; c++) {
          output[c][0] = held[c];
          for (let i = 1; i < frames; i++) output[c][i] = input[c][i - 1] * 0.5;
          held[c] = input[c][frames - 1] * 0.5;
        }
        if (params.${FAULT_PARAMETER}.value === before) return;
        if (now !== params.${FAULT_PARAMETER}.value) quanta = 0;
        now = params.${FAULT_PARAMETER}.value;
        quanta++;
        switch (now) { ${cases("process")} }
      },
      save() {
        switch (now) { ${cases("save")} }
        return { fault: now };
      },
      restore(data) { switch (data.fault) { ${cases("restore")} } },
    };
  },
};`;
}
