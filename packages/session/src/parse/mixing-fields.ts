import { recordsIn, type Fields } from "./records.js";

/** What a strip of form 3 did, said in the fields of form 4. */
const STRIP: Fields = {
  panMode: "balance", dualPan: [-1, 1], panLawDb: null, soloSafe: false, delaySeconds: 0, sends: [], slotsBeforeFader: 10,
};
const SESSION: Fields = {
  panLawDb: 0,
  solo: { listen: "in place", exclusive: false, sources: true, sends: true },
  monitor: { levelDb: 0, dim: false, dimDb: -20, mono: false, mute: false, swap: false, sides: "both" },
  vcas: {},
};

/** Gives a session of form 3 the sends, pans, delays, solo modes, monitor and VCAs of form 4, all neutral. */
export function withMixingFields(session: Fields): Fields {
  for (const strip of recordsIn(session["strips"])) Object.assign(strip, structuredClone({ ...STRIP, ...strip }));
  return { ...structuredClone(SESSION), ...session };
}
