import { withMixingFields } from "./mixing-fields.js";
import { stateAsText } from "./state-as-text.js";

/** Turns the plain form of a session of one version into that of the next. It may change its argument. */
export type Migration = (session: Record<string, unknown>) => Record<string, unknown>;

/** `MIGRATIONS[n]` turns a session of version n into one of version n + 1. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {
  // Version 2 has a second setting for each insert; an insert without one has it at the plugin's defaults.
  1: (session) => session,
  // Version 3 has sidechains, of which there were none, and keeps what plugins save as text.
  2: stateAsText,
  // Version 4 has sends, pan modes and laws, delays, inserts after the fader, solo modes, a monitor, VCAs and automation.
  3: (session) => ({ ...withMixingFields(session), lanes: {} }),
  // Version 5 has markers, of which there were none, and lanes for both pans of the mode "dual".
  4: (session) => ({ markers: {}, ...session }),
};
