/**
 * A plugin with data of its own, as the text of its bundle: it plays at the gain, in percent, that it learned last,
 * and learns what `learn` is set to. From 900 on what it saves is too much.
 */
export const LEARNER = "test.headroom.learner";

export const LEARNER_BUNDLE = `
export default {
  id: "${LEARNER}", name: "Learner", vendor: "Headroom tests", version: "1.0.0", features: ["utility"],
  params: { learn: { kind: "integer", unit: "", min: 0, max: 1000, default: 0, taper: "linear", smoothMs: 0 } },
  readouts: {},
  state: { version: 2, migrate: { 1: ({ level }) => {
    if (typeof document !== "undefined") throw new Error("migrate ran in the page");
    return { percent: level * 100 };
  } } },
  processor: ({ stateChanged, params }) => {
    let percent = 100;
    let seen = params.learn.value;
    return {
      tail: 0,
      process({ input, output, params, frames }) {
        if (params.learn.value !== seen) { seen = percent = params.learn.value; stateChanged(); }
        for (let c = 0; c < output.length; c++) for (let i = 0; i < frames; i++) output[c][i] = input[c][i] * percent / 100;
      },
      save: () => percent >= 900 ? { junk: "x".repeat(5e6) } : { percent },
      restore(data) { percent = data.percent; },
    };
  },
};`;
