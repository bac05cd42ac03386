import { checkDescriptor, type PluginDescriptor } from "@headroom/sdk";
import type { FoundPlugin } from "./find-plugin.js";
import { PluginProcess, PluginProcessError, type ProcessOptions } from "./plugin-process.js";

/** A plugin that could not be loaded or did not do its work, in a sentence. */
export class PluginError extends Error {
  override readonly name = "PluginError";
}

export interface LoadedPlugin {
  readonly descriptor: PluginDescriptor;
  readonly process: PluginProcess;
}

/** Runs a plugin's bundle in a process of its own. Rejects with a {@link PluginError}; else the process is the caller's to end. */
export async function loadPlugin({ file, bundle }: FoundPlugin, options: ProcessOptions = {}): Promise<LoadedPlugin> {
  const process = new PluginProcess(options);
  try {
    const reply = await process.ask({ ask: "load", bundle, name: file });
    if (reply.say !== "loaded") throw new PluginError(`${file} could not be loaded: ${reply.say === "failed" ? reply.message : reply.say}`);
    const faults = checkDescriptor(reply.descriptor);
    if (faults.length > 0) throw new PluginError(`${file} states a wrong contract. ${faults.join(" ")}`);
    // Checked just now.
    return { descriptor: reply.descriptor as PluginDescriptor, process };
  } catch (error) {
    process.end();
    throw error instanceof PluginProcessError ? new PluginError(`${file} ${error.message} while it was loaded.`) : error;
  }
}
