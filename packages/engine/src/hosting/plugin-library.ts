import { checkDescriptor, readoutLength, type PluginDescriptor } from "@headroom/sdk";
import type { EngineNotice, PluginSource } from "../api.js";
import { registrationModule } from "../realtime/inline-plugins.js";
import { LoadedWorker } from "./loaded-worker.js";
import { PluginWorkerHost } from "./plugin-worker-host.js";
import { readBundle } from "./read-bundle.js";

/** A plugin that is not agreed to by then runs no longer. */
const AGREE_MS = 1000;
/** Sentences of one plugin that people are shown. */
const MOST_FAULTS = 10;
const MOST_LETTERS = 2 ** 22;
/** 4 MiB of shared memory for each insert. */
const MOST_READOUT_VALUES = 2 ** 20;

interface Entry {
  readonly descriptor: PluginDescriptor;
  readonly bundle: string;
  readonly trusted: boolean;
  inline?: Promise<void>;
}

/** A plugin that was made known. */
export interface Registered {
  readonly descriptor: PluginDescriptor;
  /** Whether another bundle gave way to it. */
  readonly replaced: boolean;
  /** The worker that said what the plugin states: for its first insert. To be ended. */
  readonly loaded: LoadedWorker;
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
  /** For the bundle that is to come. */
  #spare: PluginWorkerHost | undefined;

  constructor(workerUrl: string, notice: (severity: EngineNotice["severity"], text: string) => void) {
    this.#workerUrl = workerUrl;
    this.#notice = notice;
  }

  /** Starts a worker for the bundle that comes next. */
  expect(): void {
    if (this.#spare?.ended === false) return;
    const spare = new PluginWorkerHost(this.#workerUrl, "For the plugin that comes next");
    this.#spare = spare;
    spare.api.seal().catch(() => spare.end());
  }

  /** Ends what waits for a bundle. */
  dispose(): void {
    this.#spare?.end();
  }

  /** Fetches, checks and describes a plugin. Rejects with a sentence. */
  async register(source: PluginSource): Promise<Registered> {
    const bundle = source.bundle ?? (await fetchBundle(source));
    const { descriptor, loaded } = await this.#describe(bundle, source.url);
    await accept(source, descriptor, loaded);
    const before = this.#entries.get(descriptor.id);
    const trusted = source.trusted === true;
    if (before?.bundle === bundle && before.trusted === trusted) return { descriptor: before.descriptor, replaced: false, loaded };
    this.#entries.set(descriptor.id, { descriptor, bundle, trusted });
    return { descriptor, replaced: before !== undefined, loaded };
  }

  remove(id: string): void {
    this.#entries.delete(id);
  }

  descriptor(id: string): PluginDescriptor | undefined {
    return this.#entries.get(id)?.descriptor;
  }

  /** Whether a plugin's code may run beside other code; `undefined` for one that is not known. */
  isTrusted(id: string): boolean | undefined {
    return this.#entries.get(id)?.trusted;
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

  async #describe(bundle: string, url: string): Promise<{ readonly descriptor: PluginDescriptor; readonly loaded: LoadedWorker }> {
    let loaded: LoadedWorker | undefined;
    try {
      const spare = this.#spare?.ended === false ? this.#spare : undefined;
      this.#spare = undefined;
      loaded = await LoadedWorker.load(spare ?? new PluginWorkerHost(this.#workerUrl, `Plugin from ${url}`), bundle);
      const { descriptor, sandbox } = loaded.result;
      const faults = [...checkSize(descriptor), ...checkDescriptor(descriptor)];
      if (faults.length > 0) throw new Error(`The plugin from ${url} states a wrong contract. ${faults.slice(0, MOST_FAULTS).join(" ")}`);
      if (sandbox.kept.length > 0) throw new Error(`The sandbox could not remove ${sandbox.kept.join(", ")}; use a browser that allows it.`);
      if (!sandbox.policy && !this.#told) {
        this.#told = true;
        this.#notice("warning", "The plugin worker's script came without its Content-Security-Policy header, so plugins could fetch. Serve it with the header that the engine's README states.");
      }
      return { descriptor, loaded };
    } catch (error) {
      loaded?.end();
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(message.includes(url) ? message : `The plugin from ${url} could not be loaded: ${message}`, { cause: error });
    }
  }
}

/** Asks whether a plugin may come in. While a person thinks about it, its code does not run on. */
async function accept(source: PluginSource, descriptor: PluginDescriptor, loaded: LoadedWorker): Promise<void> {
  const timer = setTimeout(() => loaded.end(), AGREE_MS);
  try {
    await source.accept?.(descriptor);
  } catch (error) {
    loaded.end();
    throw error;
  } finally {
    clearTimeout(timer);
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
  if (type.includes("text/html")) throw new Error(`The plugin from ${url} could not be loaded: the server sent a page, not a script. Check the address.`);
  try {
    return await readBundle(response);
  } catch (cause) {
    throw new Error(`The plugin from ${url} could not be loaded: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
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
