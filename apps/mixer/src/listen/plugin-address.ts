import { LISTENING_PLUGINS, type ListeningPlugin } from "./listening-settings.js";

/** The plugin that the page's address names after its "#"; without one the first. */
export function pluginOfAddress(): ListeningPlugin {
  const [first] = LISTENING_PLUGINS;
  const named = LISTENING_PLUGINS.find(({ slug }) => slug === location.hash.slice(1));
  if (!named && !first) throw new Error("The listening page has no plugin.");
  return (named ?? first) as ListeningPlugin;
}
