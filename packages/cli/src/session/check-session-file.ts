import { PluginError } from "../plugin/load-plugin.js";
import { PluginProcess, PluginProcessError, type ProcessOptions } from "../plugin/plugin-process.js";
import type { MixCheckOrder, MixCheckResult } from "../plugin/protocol.js";
import { SILENCE_MS } from "./render-session-files.js";

/** Measures a session in a process of its own. Rejects with a {@link PluginError}. @param reads - files that the process reads. */
export async function checkSessionFile(order: MixCheckOrder, reads: readonly string[], onProgress: (done: number) => void, options: Pick<ProcessOptions, "scripts"> = {}): Promise<MixCheckResult> {
  const process = new PluginProcess({ silenceMs: SILENCE_MS, ...options, child: "session", read: reads, write: [] });
  try {
    const reply = await process.ask({ ask: "mix check", order }, (report) => {
      if (report.say === "progress") onProgress(report.done);
    });
    if (reply.say === "mix checked") return reply.result;
    throw new PluginError(reply.say === "failed" ? reply.message : `The measurement's process answered “${reply.say}”.`);
  } catch (error) {
    throw error instanceof PluginProcessError ? new PluginError(`The measurement's process ${error.message}; nothing was measured.`) : error;
  } finally {
    process.end();
  }
}
