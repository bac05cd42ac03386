import { describe, fromNumber, type ParameterSpecs, type PluginDefinition, type ReadoutSpecs, type StateData } from "@headroom/sdk";
import { OfflineInstance } from "@headroom/sdk/testing";
import type { RealmApi, RealmInstance } from "./realm-api.js";
import { WatchedGlobals } from "./watched-globals.js";

/** Runs in the plugin's realm, before the plugin: it keeps what it needs of the language, which the plugin may change. */
const { parse, stringify } = JSON;
const watched = new WatchedGlobals();

let plugin: PluginDefinition | undefined;

function loaded(): PluginDefinition {
  if (plugin === undefined) throw new Error("No plugin is loaded.");
  return plugin;
}

class Instance implements RealmInstance {
  readonly input: readonly Float32Array[];
  readonly output: readonly Float32Array[];
  readonly #specs: ParameterSpecs;
  readonly #offline: OfflineInstance<ParameterSpecs, ReadoutSpecs>;

  constructor(offline: OfflineInstance<ParameterSpecs, ReadoutSpecs>, specs: ParameterSpecs) {
    this.#offline = offline;
    this.#specs = specs;
    this.input = offline.input;
    this.output = offline.output;
  }

  latency(): unknown {
    return this.#offline.latency;
  }

  tail(): unknown {
    return this.#offline.tail;
  }

  jump(id: string, number: number): void {
    this.#offline.jump(id, this.#value(id, number));
  }

  glide(id: string, number: number, rampFrames: number): void {
    this.#offline.glide(id, this.#value(id, number), rampFrames);
  }

  process(frames: number): void {
    watched.enter();
    try {
      this.#offline.process(frames);
    } finally {
      watched.leave();
    }
  }

  reset(): void {
    this.#offline.reset();
  }

  save(): string | undefined {
    const data = this.#offline.save();
    return data === undefined ? undefined : stringify(data);
  }

  restore(data: string): void {
    this.#offline.restore(parse(data) as StateData);
  }

  release(): void {
    this.#offline.release();
  }

  #value(id: string, number: number): unknown {
    const spec = this.#specs[id];
    return spec === undefined ? number : fromNumber(spec, number);
  }
}

export const realm: RealmApi = {
  load(module) {
    plugin = (module as { readonly default?: PluginDefinition }).default;
    if (plugin === undefined) throw new TypeError("It has no default export; export default definePlugin({ … }).");
  },
  descriptor: () => describe(loaded()),
  create(sampleRate, maxFrames, channels, offline, params, data) {
    const definition = loaded();
    const options = { sampleRate, maxFrames, channels, offline, params: parse(params) as object };
    return new Instance(new OfflineInstance(definition, data === undefined ? options : { ...options, data: parse(data) as StateData }), definition.params);
  },
  migrate(version, data) {
    const { state } = loaded();
    let values = parse(data) as Record<string, unknown>;
    for (let from = version; from < (state?.version ?? 1); from++) {
      const migrate = state?.migrate?.[from];
      if (migrate === undefined) throw new Error(`It cannot read state of version ${version}: it has no migration from ${from} to ${from + 1}.`);
      values = migrate(values);
    }
    return stringify(values);
  },
  migrations: () => {
    const migrate = Object.entries(loaded().state?.migrate ?? {});
    return stringify(migrate.filter(([, each]) => typeof each === "function").map(([version]) => Number(version)));
  },
  watch: () => watched.install(),
  counts: () => watched.counts(),
  resetCounts: () => watched.resetCounts(),
};
