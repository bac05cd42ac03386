import type { FoundPlugin } from "../plugin/find-plugin.js";
import { PluginProcess, PluginProcessError, SILENCE_MS, type ProcessOptions } from "../plugin/plugin-process.js";
import { skip, type Check, type Finding, type Status } from "./check.js";
import { CHECKS, LOAD_CHECK } from "./checks.js";

export interface CheckResult {
  readonly id: string;
  readonly level: number;
  readonly status: Status;
  readonly message: string;
}

export interface ValidateOptions extends Pick<ProcessOptions, "silenceMs" | "scripts"> {
  /** Checks up to this level run, 1…10. Default 5. */
  readonly strictness?: number;
  /** Called as each check ends. */
  readonly onResult?: (result: CheckResult) => void;
}

/** Recording every allocation takes its time, in which there is no sign of life. */
const INSPECTION_SILENCE = 3;
/** Processes that may hang or die before the rest is given up. */
const MOST_DEATHS = 4;
export const DEFAULT_STRICTNESS = 5;

/**
 * Checks whether a plugin keeps the contract, in processes of its own: what hangs or dies ends its process, and the checks
 * go on in another.
 * @returns every check of the strictness, in order.
 */
export async function validatePlugin(plugin: FoundPlugin, options: ValidateOptions = {}): Promise<CheckResult[]> {
  const { strictness = DEFAULT_STRICTNESS, onResult = () => undefined } = options;
  const checks = CHECKS.filter(({ level }) => level <= strictness);
  const results = new Map<string, CheckResult>();
  const conclude = (check: Check, { status, message }: Finding) => {
    if (results.has(check.id)) return;
    const result = { id: check.id, level: check.level, status, message };
    results.set(check.id, result);
    onResult(result);
  };
  // Those that need the inspector come last: it takes a process without Node's permission model.
  for (const inspects of [false, true]) {
    for (let deaths = 0; ; ) {
      for (const check of checks) {
        const failed = check.needs.find((id) => ["fail", "skip"].includes(results.get(id)?.status ?? "pass"));
        if (failed !== undefined) conclude(check, skip(`Not looked at, since ${failed} did not pass.`));
      }
      const open = checks.filter((check) => !results.has(check.id) && (check.inspects === true) === inspects);
      if (open.length === 0) break;
      if (deaths >= MOST_DEATHS) {
        for (const check of open) conclude(check, skip(`Not looked at: ${deaths} checks before ended the plugin's process.`));
        break;
      }
      if (!(await runUntilDeath(plugin, open, { ...options, inspects }, conclude))) deaths++;
    }
  }
  return checks.flatMap(({ id }) => results.get(id) ?? []);
}

/** Runs checks in one process. @returns whether it lived to the end. */
async function runUntilDeath(plugin: FoundPlugin, open: readonly Check[], options: ProcessOptions, conclude: (check: Check, finding: Finding) => void): Promise<boolean> {
  const { silenceMs = SILENCE_MS, inspects = false } = options;
  const process = new PluginProcess({ ...options, silenceMs: inspects ? INSPECTION_SILENCE * silenceMs : silenceMs });
  let current = LOAD_CHECK;
  const settle = (id: string, finding: Finding) => {
    const check = CHECKS.find((each) => each.id === id);
    if (check) conclude(check, finding);
  };
  try {
    // Watching the clock allocates by itself.
    const request = { ask: "check", bundle: plugin.bundle, name: plugin.file, checks: open.map(({ id }) => id), watch: !inspects } as const;
    const reply = await process.ask(request, (report) => {
      if (report.say === "checking") current = report.id;
      if (report.say === "checked") settle(report.id, report.finding);
    });
    if (reply.say === "failed") settle(current, { status: "fail", message: `The check itself failed: ${reply.message}` });
    return reply.say === "done";
  } catch (error) {
    if (!(error instanceof PluginProcessError)) throw error;
    const remedy = error.kind === "hung" ? "every function of a plugin must return: look for a loop without an end" : "look for what grows without bound";
    settle(current, { status: "fail", message: `The plugin ${error.message}; ${remedy}.` });
    return false;
  } finally {
    process.end();
  }
}
