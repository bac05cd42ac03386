import type { Runtime } from "../app/runtime.js";
import { notify, sentence } from "../status/notices.js";
import { listenToBuilds } from "./build-reports.js";
import { openFetched } from "./fetch-package.js";
import { fetchText } from "./fetch-text.js";
import type { CatalogEntry } from "./plugin-catalog.js";

/** Milliseconds between two looks at the manifest of a server that does not tell what it builds. */
const LOOK_MS = 50;
/** A build writes one file after the other: what does not fit together is told after so many looks. */
const PATIENCE = 60;

/** Puts every new build of a plugin in the place of the last. */
export class BuildFollower {
  readonly #runtime: Runtime;
  readonly #manifest: URL;
  readonly #origin: { readonly kind: "url"; readonly url: string };
  readonly #onFirst: (entry: CatalogEntry) => void;
  readonly #stopped = new AbortController();
  /** Text of the manifest that was looked at last. */
  #seen = "";
  #misses = 0;
  #isFirst = true;
  /** Takes the last complaint away. */
  #recant: (() => void) | undefined;
  #loading: Promise<void> = Promise.resolve();

  /** @param manifest - address of the plugin's manifest. @param onFirst - called with the first build that loads. */
  constructor(runtime: Runtime, manifest: URL, onFirst: (entry: CatalogEntry) => void) {
    this.#runtime = runtime;
    this.#manifest = manifest;
    this.#origin = { kind: "url", url: manifest.href };
    this.#onFirst = onFirst;
    const stop = listenToBuilds(manifest, {
      opened: () => this.#enqueue(),
      built: () => {
        this.#complain(undefined);
        this.#enqueue();
      },
      failed: (reason) => this.#complain(`The plugin was not built; the last one plays on. ${reason}`),
      absent: () => void this.#look(),
    });
    this.#stopped.signal.addEventListener("abort", stop);
  }

  stop(): void {
    this.#stopped.abort();
  }

  /** Only what holds now is said over the mixer. */
  #complain(fault: string | undefined): void {
    this.#recant?.();
    this.#recant = fault === undefined ? undefined : notify("error", fault);
  }

  /** One after the other: a build that is overtaken is not worth its while, but one that is half loaded must end first. */
  #enqueue(): void {
    this.#loading = this.#loading.then(() => this.#load());
  }

  async #look(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      await this.#load();
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  /** Loads what the server has now, unless it is what was seen last. Never rejects: what fails is a message. */
  async #load(): Promise<void> {
    const engine = this.#runtime.engine.value;
    if (!engine) return;
    let text = this.#seen;
    try {
      text = await fetchText(this.#manifest.href);
    } catch (error) {
      // Once it was there: a server that is being restarted is no news.
      if (this.#isFirst && this.#misses++ === 0) this.#complain(sentence(error));
    }
    if (text === this.#seen) return;
    try {
      // Who develops it agrees to what is built.
      const entry = await this.#runtime.plugins.add(engine, await openFetched(this.#manifest, text, this.#manifest.href), this.#origin, async () => true);
      this.#seen = text;
      this.#misses = 0;
      this.#complain(undefined);
      if (!entry) return;
      if (this.#isFirst) this.#onFirst(entry);
      notify("info", `${entry.descriptor.name} ${entry.descriptor.version} is ${this.#isFirst ? "followed as it is developed" : "the new build"}.`);
      this.#isFirst = false;
    } catch (error) {
      if (++this.#misses < PATIENCE && sentence(error).includes("has the hash")) return;
      this.#seen = text;
      this.#misses = 0;
      this.#complain(sentence(error));
    } finally {
      engine.expectPlugin();
    }
  }
}
