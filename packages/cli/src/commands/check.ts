import { availableParallelism } from "node:os";
import path from "node:path";
import process from "node:process";
import type { MixCheckReport } from "@headroom/analysis";
import { SessionError } from "@headroom/session";
import { ExitCode, UsageError, type Command } from "../command-line/command.js";
import { parseArguments } from "../command-line/parse-arguments.js";
import { PluginNotFoundError } from "../plugin/find-plugin.js";
import { PluginError } from "../plugin/load-plugin.js";
import { checkSessionFile } from "../session/check-session-file.js";
import { openSession } from "../session/open-session.js";
import { renderRange } from "../session/render-range.js";
import { sessionPlugins } from "../session/session-plugins.js";
import { ProgressBar } from "../terminal/progress-bar.js";

const OPTIONS = {
  range: { type: "string" },
  plugin: { type: "string", multiple: true },
  json: { type: "boolean", default: false },
} as const;

export const check: Command = {
  summary: "checks a session's mix: gain, levels, masking, the master",
  help: `headroom check SESSION [--range START-END] [--plugin PLUGIN] [--json]

Renders a session as the mixer does and measures it at every boundary from source to master: levels, loudness, true peak,
where the master clips and which channels made it, and which channels hide each other. SESSION is a session file
(.headroom) or a folder of the same.

  --range START-END    a part of the song, in seconds or minutes: 0:10-1:02.5; else the whole song
  --plugin PLUGIN      a plugin that the session uses: a bundle, a folder or a package; may be repeated
  --json               the whole report as JSON

Exit code: 0 where nothing does harm, 1 where sound is damaged or the session, a plugin or a file failed, 2 where the command
line is wrong.
`,
  async run(args, { out, err }) {
    const { values, positionals } = parseArguments(args, OPTIONS);
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageError("check needs one session file or folder.");
    const bar = new ProgressBar(err, path.basename(name));
    try {
      const opened = openSession(name);
      const { session, source, reads } = opened;
      const range = renderRange(session, values.range, values.range === undefined ? undefined : "0");
      if (!(range.endSeconds > range.startSeconds)) throw new SessionError(`${name} has no clips, so there is nothing to check.`);
      const bundles = await sessionPlugins(session, opened, values.plugin ?? [], process.cwd());
      const { report, warnings } = await checkSessionFile({ session, source, bundles, range, threads: availableParallelism() }, reads, (done) => bar.update(done));
      bar.close();
      for (const sentence of warnings) err.write(`${sentence}\n`);
      out.write(values.json ? `${JSON.stringify(report)}\n` : summary(report));
      return report.findings.some(({ severity }) => severity === "error") ? ExitCode.failed : ExitCode.done;
    } catch (error) {
      if (!(error instanceof SessionError || error instanceof PluginError || error instanceof PluginNotFoundError)) throw error;
      bar.close();
      err.write(`${error.message}\n`);
      return ExitCode.failed;
    } finally {
      bar.close();
    }
  },
};

/** The report for people. */
function summary({ master, strips, findings }: MixCheckReport): string {
  const db = (value: number | null, unit: string) => (value === null ? "silence" : `${value.toFixed(1).replace("-", "−")} ${unit}`);
  const width = Math.max(...strips.map(({ name }) => name.length)) + 2;
  const rows = strips.map(({ name, loudnessLufs, ledger }) => {
    const [source] = ledger;
    return `${name.padEnd(width)}${db(source?.rmsDbfs ?? null, "dBFS RMS").padEnd(18)}${db(ledger.at(-1)?.truePeakDbtp ?? null, "dBTP").padEnd(14)}${db(loudnessLufs, "LUFS")}\n`;
  });
  const marks = { error: "✗", warning: "!", note: "·" } as const;
  return `${rows.join("")}Master ${db(master.integratedLufs, "LUFS")}, true peak ${db(master.truePeakDbtp, "dBTP")}, correlation ${master.correlation.toFixed(2).replace("-", "−")}\n${findings.map(({ severity, sentence }) => `${marks[severity]} ${sentence}\n`).join("")}`;
}
