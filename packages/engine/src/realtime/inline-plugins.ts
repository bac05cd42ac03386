import type { PluginDefinition } from "@headroom/sdk";

/**
 * Plugins that were loaded into the audio thread for inline hosting, by id. A worklet has no dynamic import:
 * the window adds a small module that imports the bundle and puts it here.
 */
const REGISTRY: unique symbol = Symbol.for("headroom.inlinePlugins");

interface Registry {
  [REGISTRY]?: Map<string, PluginDefinition>;
}

export function inlinePlugins(): Map<string, PluginDefinition> {
  const scope: { [REGISTRY]?: Map<string, PluginDefinition> | undefined } = globalThis as Registry;
  scope[REGISTRY] ??= new Map();
  return scope[REGISTRY];
}

/** Source of the module that registers a plugin bundle in the scope that it is added to. */
export function registrationModule(bundleUrl: string): string {
  return [
    `import plugin from ${JSON.stringify(bundleUrl)};`,
    `const key = Symbol.for("headroom.inlinePlugins");`,
    `(globalThis[key] ??= new Map()).set(plugin.id, plugin);`,
  ].join("\n");
}
