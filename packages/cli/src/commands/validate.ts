import process from "node:process";
import { ExitCode, UsageError, type Command } from "../command-line/command.js";
import { parseArguments } from "../command-line/parse-arguments.js";
import { findPlugin, PluginNotFoundError } from "../plugin/find-plugin.js";
import { CHECKS } from "../validate/checks.js";
import { DEFAULT_STRICTNESS, validatePlugin, type CheckResult } from "../validate/validate-plugin.js";

const MOST_STRICTNESS = 10;
const SIGNS = { pass: "✓", warn: "!", fail: "✗", skip: "–" };

export const validate: Command = {
  summary: "checks whether a plugin keeps the contract",
  help: `headroom validate PLUGIN [--strictness 1-${MOST_STRICTNESS}] [--json]

Runs PLUGIN through the checks of a strictness and says of each what was seen, what is expected and what to do. PLUGIN is
a built bundle, a plugin's folder, an installed package or one of Headroom's own, such as parametric-eq. It runs in
processes of its own; what hangs is ended.

  --strictness N  1 is what no host can do without, ${MOST_STRICTNESS} is all ${CHECKS.length} checks; ${DEFAULT_STRICTNESS} unless given
  --json          { "plugin", "checks": [{ "id", "level", "status", "message" }] }; status is pass, warn, fail or skip

Exit code: 0, or 1 where a check failed.
`,
  async run(args, { out, err }) {
    const { values, positionals } = parseArguments(args, { strictness: { type: "string", default: String(DEFAULT_STRICTNESS) }, json: { type: "boolean", default: false } });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageError("validate needs one plugin.");
    const strictness = Number(values.strictness);
    if (!Number.isInteger(strictness) || strictness < 1 || strictness > MOST_STRICTNESS) {
      throw new UsageError(`A strictness of ${values.strictness} cannot be; give a whole number from 1 to ${MOST_STRICTNESS}.`);
    }
    let found;
    try {
      found = findPlugin(name, process.cwd());
    } catch (error) {
      if (!(error instanceof PluginNotFoundError)) throw error;
      err.write(`${error.message}\n`);
      return ExitCode.failed;
    }
    const onResult = values.json ? undefined : (result: CheckResult) => out.write(`${line(result)}\n`);
    const checks = await validatePlugin(found, { strictness, ...(onResult && { onResult }) });
    const failed = checks.filter(({ status }) => status === "fail").length;
    out.write(values.json ? `${JSON.stringify({ plugin: found.file, checks }, null, 2)}\n` : `${summary(checks)}\n`);
    return failed > 0 ? ExitCode.failed : ExitCode.done;
  },
};

function line({ id, level, status, message }: CheckResult): string {
  return `${SIGNS[status]} ${String(level).padStart(2)} ${id.padEnd(28)}${message}`;
}

function summary(checks: readonly CheckResult[]): string {
  const count = (status: CheckResult["status"]) => checks.filter((check) => check.status === status).length;
  const parts = [`${count("pass")} passed`, `${count("fail")} failed`, `${count("warn")} to look at`, `${count("skip")} not looked at`];
  return parts.join(", ");
}
