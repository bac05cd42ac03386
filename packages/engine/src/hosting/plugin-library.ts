import { checkDescriptor, readoutLength, type PluginDescriptor } from "@headroom/sdk";
import type { EngineNotice, PluginSource } from "../api.js";
import { registrationModule } from "../realtime/inline-plugins.js";
import { rejectable } from "./deferred.js";
import { PluginWorkerHost } from "./plugin-worker-host.js";
import { withTimeout } from "./with-timeout.js";

const LOAD_MS = 10_000;
/** Sentences of one plugin that people are shown. */
const MOST_FAULTS = 10;
const MOST_LETTERS = 2 ** 22;
/** 4 MiB of shared memory for each insert. */
const MOST_READOUT_VALUES = 2 ** 20;

interface Entry {
  readonly descriptor: PluginDescriptor;
  readonly bundle: string;
  inline?: Promise<void>;
}

/**
 * The plugins that an engine knows: their bundles as text, and what they state. A bundle is only ever run in a
 * worker's sandbox, or in the audio thread where inline hosting was asked for. `@mainThread`
 */
export class PluginLibrary {
  readonly #workerUrl: string;
  readonly #notice: (severity: EngineNotice["severity"], text: string) => void;
  readonly #entries = new Map<string, Entry>();
  #told = false;

  constructor(workerUrl: string, notice: (severity: EngineNotice["severity"], text: string) => void) {
    this.#workerUrl = workerUrl;
    this.#notice = notice;
  }

  /** Fetches, checks and describes a plugin. @returns also whether another bundle gave way to it. Rejects with a sentence. */
  async register(source: PluginSource): Promise<{ readonly descriptor: PluginDescriptor; readonly replaced: boolean }> {
    const bundle = source.bundle ?? (await fetchBundle(source));
    const descriptor = await this.#describe(bundle, source.url);
    await source.accept?.(descriptor);
    const before = this.#entries.get(descriptor.id);
    if (before?.bundle === bundle) return { descriptor: before.descriptor, replaced: false };
    this.#entries.set(descriptor.id, { descriptor, bundle });
    return { descriptor, replaced: before !== undefined };
  }

  remove(id: string): void {
    this.#entries.delete(id);
  }

  descriptor(id: string): PluginDescriptor | undefined {
    return this.#entries.get(id)?.descriptor;
  }

  bundle(id: string): string | undefined {
    return this.#entries.get(id)?.bundle;
  }

  /** Loads a plugin into the audio thread, once. */
  async registerInline(id: string, context: BaseAudioContext): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry) throw new Error(`The plugin "${id}" is not known here; register it first.`);
    entry.inline ??= addToWorklet(entry.bundle, context);
    try {
      await entry.inline;
    } catch (error) {
      delete entry.inline;
      throw error;
    }
  }

  async #describe(bundle: string, url: string): Promise<PluginDescriptor> {
    const { promise: failed, reject } = rejectable();
    const worker = new PluginWorkerHost(this.#workerUrl, "describe", () => undefined, (reason) => {
      reject(new Error(`The plugin from ${url} could not be loaded: ${reason}.`));
    });
    try {
      const loading = Promise.race([worker.api.load(bundle), failed]);
      const { descriptor, sandbox } = await withTimeout(loading, LOAD_MS, `The plugin from ${url} did not load within ${LOAD_MS / 1000} s; it may run an endless loop.`);
      const faults = [...checkSize(descriptor), ...checkDescriptor(descriptor)];
      if (faults.length > 0) throw new Error(`The plugin from ${url} states a wrong contract. ${faults.slice(0, MOST_FAULTS).join(" ")}`);
      if (sandbox.kept.length > 0) throw new Error(`The sandbox could not remove ${sandbox.kept.join(", ")}; use a browser that allows it.`);
      if (!sandbox.policy && !this.#told) {
        this.#told = true;
        this.#notice("warning", "The plugin worker's script came without its Content-Security-Policy header, so plugins could fetch. Serve it with the header that the engine's README states.");
      }
      return descriptor;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(message.includes(url) ? message : `The plugin from ${url} could not be loaded: ${message}`, { cause: error });
    } finally {
      worker.end();
    }
  }
}

/** Whether what a plugin states is of a size that a host can keep. Before it is looked at any closer. */
function checkSize(descriptor: PluginDescriptor): string[] {
  let letters = 0;
  try {
    letters = JSON.stringify(descriptor).length;
  } catch {
    return ["What it states goes in a circle; state plain data."];
  }
  if (letters > MOST_LETTERS) return [`What it states has ${letters} letters; ${MOST_LETTERS} is the most.`];
  const readouts = typeof descriptor.readouts === "object" ? Object.values(descriptor.readouts) : [];
  const values = readouts.reduce((sum, spec) => sum + (Number.isFinite(readoutLength(spec)) ? readoutLength(spec) : 0), 0);
  return values > MOST_READOUT_VALUES ? [`Its readouts hold ${values} values; ${MOST_READOUT_VALUES} is the most for all of a plugin.`] : [];
}

async function fetchBundle({ url, integrity }: PluginSource): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, integrity === undefined ? {} : { integrity });
  } catch (cause) {
    const why = integrity === undefined ? "the network did not answer" : "the network did not answer, or the file is not the one that its integrity hash names";
    throw new Error(`The plugin from ${url} could not be fetched: ${why}.`, { cause });
  }
  if (!response.ok) throw new Error(`The plugin from ${url} could not be fetched: the server answered ${response.status}. Check the address.`);
  const type = response.headers.get("content-type") ?? "";
  const text = await response.text();
  if (type.includes("text/html")) throw new Error(`The plugin from ${url} could not be loaded: the server sent a page, not a script. Check the address.`);
  return text;
}

async function addToWorklet(bundle: string, context: BaseAudioContext): Promise<void> {
  const script = (text: string) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const bundleUrl = script(bundle);
  const moduleUrl = script(registrationModule(bundleUrl));
  try {
    await context.audioWorklet.addModule(moduleUrl);
  } finally {
    URL.revokeObjectURL(moduleUrl);
    URL.revokeObjectURL(bundleUrl);
  }
}
