import type { Check } from "./check.js";
import { AUDIO } from "./checks/audio.js";
import { CONTRACT } from "./checks/contract.js";
import { INSTANCE } from "./checks/instance.js";
import { LOADING } from "./checks/loading.js";
import { PARAMETERS } from "./checks/parameters.js";
import { REALTIME } from "./checks/realtime.js";
import { STATE } from "./checks/state.js";
import { STREAMING } from "./checks/streaming.js";
import { TIMING } from "./checks/timing.js";

/** All checks, each after those that it needs. */
export const CHECKS: readonly Check[] = inOrder([...LOADING, ...CONTRACT, ...INSTANCE, ...AUDIO, ...STREAMING, ...TIMING, ...PARAMETERS, ...STATE, ...REALTIME]);

/** The first check: running the bundle at all. */
export const LOAD_CHECK = "load.module";

function inOrder(checks: readonly Check[]): Check[] {
  const sorted: Check[] = [];
  const place = (check: Check) => {
    if (sorted.includes(check)) return;
    for (const id of check.needs) {
      const needed = checks.find((each) => each.id === id);
      if (needed) place(needed);
    }
    sorted.push(check);
  };
  checks.forEach(place);
  return sorted;
}
