import { realpathSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { ParameterValue, PluginDescriptor } from "@headroom/sdk";
import { UsageError } from "../command-line/command.js";
import { checkValues, parseSettings } from "../plugin/parameter-values.js";
import type { FoundPlugin } from "../plugin/find-plugin.js";
import { loadPlugin, PluginError } from "../plugin/load-plugin.js";
import { PluginProcessError, type ProcessOptions } from "../plugin/plugin-process.js";
import type { RenderOrder, RenderResult } from "../plugin/protocol.js";
import type { StateFile } from "../plugin/state-file.js";
import { WavError } from "../wav/wav-format.js";
import { WavReader } from "../wav/wav-reader.js";

export interface RenderOptions extends Pick<ProcessOptions, "silenceMs" | "scripts"> {
  /** "id=value", as people write them; they come after the state's. */
  readonly settings?: readonly string[];
  readonly state?: StateFile;
  /** Most frames of a block. Default 128. */
  readonly blockFrames?: number;
  /** Leave the latency in. */
  readonly raw?: boolean;
  readonly onProgress?: (done: number) => void;
}

export interface Rendered extends RenderResult {
  readonly plugin: PluginDescriptor;
}

/**
 * Renders a WAV file through a plugin to one of 32-bit floating point. The output appears when it is whole. Rejects with a
 * {@link WavError}, {@link PluginError} or {@link UsageError}.
 */
export async function renderWav(found: FoundPlugin, input: string, output: string, options: RenderOptions = {}): Promise<Rendered> {
  const partial = path.join(outputFolder(output), `.${path.basename(output)}.partial`);
  const format = formatOf(input);
  const { descriptor, process } = await loadPlugin(found, { ...options, read: [realpathSync(input)], write: [partial] });
  try {
    const order = orderOf(descriptor, format.channels, options);
    const reply = await process.ask({ ask: "render", order: { ...order, input: realpathSync(input), output: partial } }, (report) => {
      if (report.say === "progress") options.onProgress?.(report.done);
    });
    if (reply.say !== "rendered") throw new PluginError(`${descriptor.name} failed: ${reply.say === "failed" ? reply.message : reply.say}`);
    renameSync(partial, output);
    return { ...reply.result, plugin: descriptor };
  } catch (error) {
    throw error instanceof PluginProcessError ? new PluginError(`${descriptor.name} ${error.message}; nothing was written.`) : error;
  } finally {
    process.end();
    rmSync(partial, { force: true });
  }
}

function formatOf(input: string) {
  const reader = new WavReader(input, 1);
  reader.close();
  return reader.format;
}

function outputFolder(output: string): string {
  try {
    return realpathSync(path.dirname(output));
  } catch {
    throw new WavError(`${output} cannot be written: there is no folder ${path.dirname(output)}.`);
  }
}

function orderOf(descriptor: PluginDescriptor, fileChannels: number, options: RenderOptions): Omit<RenderOrder, "input" | "output"> {
  const { settings = [], state, blockFrames = 128, raw = false } = options;
  const params: Record<string, ParameterValue> = { ...checkValues(state?.params ?? {}, descriptor.params), ...parseSettings(settings, descriptor.params) };
  const order = { blockFrames, channels: channelsFor(descriptor, fileChannels), params, raw };
  if (state?.state === undefined) return order;
  if (state.state.version > descriptor.stateVersion) {
    throw new UsageError(`The state is of version ${state.state.version}, and ${descriptor.name} ${descriptor.version} knows up to ${descriptor.stateVersion}; use a newer one.`);
  }
  return { ...order, state: { version: state.state.version, data: JSON.stringify(state.state.data) } };
}

/** Channels to render: those of the file, or two where the plugin takes no less. */
function channelsFor({ name, io }: PluginDescriptor, fileChannels: number): number {
  if (fileChannels === 1 && io.main.includes("mono")) return 1;
  if (fileChannels <= 2 && io.main.includes("stereo")) return 2;
  throw new WavError(`The file has ${fileChannels} channels, and ${name} takes ${io.main.join(" or ")}; mix the file down first.`);
}
