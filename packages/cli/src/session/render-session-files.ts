import { mkdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { PluginError } from "../plugin/load-plugin.js";
import { PluginProcess, PluginProcessError, type ProcessOptions } from "../plugin/plugin-process.js";
import type { SessionOrder, SessionResult } from "../plugin/protocol.js";

/** Longer than the renderer waits for an insert: it says who stalled. */
export const SILENCE_MS = 30_000;

/**
 * Renders a session in a process of its own. Files appear when all are whole. Rejects with a {@link PluginError}.
 * @param reads - files that the process reads.
 */
export async function renderSessionFiles(order: SessionOrder, reads: readonly string[], options: Pick<ProcessOptions, "scripts" | "silenceMs"> & { readonly onProgress?: (done: number) => void } = {}): Promise<SessionResult> {
  const { onProgress = () => undefined, ...processOptions } = options;
  const targets = [...(order.mix === undefined ? [] : [order.mix]), ...order.stems.map(({ file }) => file)];
  const partials = new Map(targets.map((target) => [target, partialOf(target)]));
  const process = new PluginProcess({ silenceMs: SILENCE_MS, ...processOptions, child: "session", read: reads, write: [...partials.values()] });
  try {
    const partial = (target: string) => partials.get(target) ?? target;
    const asked: SessionOrder = { ...order, mix: order.mix === undefined ? undefined : partial(order.mix), stems: order.stems.map(({ strip, file }) => ({ strip, file: partial(file) })) };
    const reply = await process.ask({ ask: "session", order: asked }, (report) => {
      if (report.say === "progress") onProgress(report.done);
    });
    if (reply.say !== "mixed") throw new PluginError(reply.say === "failed" ? reply.message : `The render's process answered “${reply.say}”.`);
    for (const [target, from] of partials) renameSync(from, target);
    return reply.result;
  } catch (error) {
    throw error instanceof PluginProcessError ? new PluginError(`The render's process ${error.message}; nothing was written.`) : error;
  } finally {
    process.end();
    for (const partial of partials.values()) rmSync(partial, { force: true });
  }
}

function partialOf(target: string): string {
  const folder = path.dirname(target);
  try {
    mkdirSync(folder, { recursive: true });
    return path.join(realpathSync(folder), `.${path.basename(target)}.partial`);
  } catch (error) {
    throw new PluginError(`${target} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
