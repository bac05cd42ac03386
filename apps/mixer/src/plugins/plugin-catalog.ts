import type { MixerEngine } from "@headroom/engine";
import { inWords, type PluginDescriptor } from "@headroom/sdk";
import type { Labels } from "@headroom/session";
import type { View } from "@headroom/sdk/view";
import { sentence } from "../status/notices.js";
import { Observable } from "../state/observable.js";
import { BUILT_IN_PLUGINS, type BuiltInPlugin } from "./built-in.js";

/** The plugins that can be put into slots. */
export class PluginCatalog {
  /** What is known of each plugin that loaded, in the order of the menu. */
  readonly descriptors = new Observable<readonly PluginDescriptor[]>([]);
  /** One sentence for each plugin that did not load. */
  readonly faults = new Observable<readonly string[]>([]);

  /** Names for undo steps. */
  readonly labels: Labels = {
    plugin: (pluginId) => this.name(pluginId),
    parameter: (pluginId, parameterId) => {
      const spec = this.descriptor(pluginId)?.params[parameterId];
      return (spec?.label ?? inWords(parameterId)).toLowerCase();
    },
  };

  /** Makes the built-in plugins known to the engine, or those wanted. Never rejects: what fails is a fault in words. */
  async register(engine: MixerEngine, wanted: (pluginId: string) => boolean = () => true): Promise<void> {
    const chosen = BUILT_IN_PLUGINS.filter(({ id }) => wanted(id));
    const results = await Promise.allSettled(chosen.map(({ url }) => engine.registerPlugin({ url })));
    this.descriptors.set(BUILT_IN_PLUGINS.flatMap(({ id }) => engine.descriptor(id) ?? []));
    this.faults.set(results.flatMap((result) => (result.status === "rejected" ? [sentence(result.reason)] : [])));
  }

  descriptor(pluginId: string): PluginDescriptor | undefined {
    return this.descriptors.value.find(({ id }) => id === pluginId);
  }

  /** A plugin's name; before it has loaded, what its id says. */
  name(pluginId: string): string {
    return this.descriptor(pluginId)?.name ?? inWords(pluginId.slice(pluginId.lastIndexOf(".") + 1));
  }

  /** The plugin's own UI, or `undefined` where the host must draw one. */
  async loadView(pluginId: string): Promise<View | undefined> {
    const plugin: BuiltInPlugin | undefined = BUILT_IN_PLUGINS.find(({ id }) => id === pluginId);
    return (await plugin?.view())?.default;
  }
}
