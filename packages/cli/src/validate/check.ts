import type { Subject } from "./subject.js";

/** How a check ended. `warn`: worth a look, but no host will suffer. `skip`: it does not apply here. */
export type Status = "pass" | "warn" | "fail" | "skip";

export interface Finding {
  readonly status: Status;
  /** What was seen, what was expected and what to do. */
  readonly message: string;
}

/** One rule of the contract, and how to see whether a plugin keeps it. */
export interface Check {
  /** Stable for ever: "latency.declared". */
  readonly id: string;
  /** From 1, what no host can do without, to 10. A strictness runs the checks of its level and below. */
  readonly level: number;
  /** Checks without which this one says nothing. */
  readonly needs: readonly string[];
  /** Runs in a process that may use Node's inspector. */
  readonly inspects?: true;
  /** Looks. What the plugin throws meanwhile fails the check. */
  run(subject: Subject): Finding | Promise<Finding>;
}

export const pass = (message: string): Finding => ({ status: "pass", message });
export const fail = (message: string): Finding => ({ status: "fail", message });
export const warn = (message: string): Finding => ({ status: "warn", message });
export const skip = (message: string): Finding => ({ status: "skip", message });

/** Passes where there is nothing to complain of. */
export function complaints(found: readonly string[], sound: string): Finding {
  const [first, ...more] = found;
  if (first === undefined) return pass(sound);
  return fail(more.length === 0 ? first : `${first} (${more.length} more like this)`);
}
