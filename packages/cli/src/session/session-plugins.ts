import type { Session } from "@headroom/session";
import { pluginsOf } from "@headroom/session/interchange";
import { findPlugin, PluginNotFoundError } from "../plugin/find-plugin.js";
import type { SessionOrder } from "../plugin/protocol.js";
import type { OpenedSession } from "./open-session.js";

/** Ids of the project's own plugins begin so; the rest is the name of their package. */
const FIRST_PARTY = "dev.headroom.";

/**
 * Bundles of the plugins that a session may use: those that are named, those that came with it, and the project's own that
 * are installed. What is not found is left out.
 * @param named - bundles, folders or packages. @param folder - where they are looked for.
 */
export async function sessionPlugins(session: Session, opened: OpenedSession, named: readonly string[], folder: string): Promise<SessionOrder["bundles"]> {
  const bundles = named.map((name) => findPlugin(name, folder)).map(({ file, bundle }) => ({ file, text: bundle }));
  for (const id of pluginsOf(session)) {
    const own = await opened.plugin(id);
    if (own) bundles.push({ file: `the plugin ${id} in the session`, text: own.processor.text });
    else if (id.startsWith(FIRST_PARTY)) bundles.push(...installed(id.slice(FIRST_PARTY.length), folder));
  }
  return bundles;
}

function installed(name: string, folder: string): { file: string; text: string }[] {
  try {
    const { file, bundle } = findPlugin(name, folder);
    return [{ file, text: bundle }];
  } catch (error) {
    if (error instanceof PluginNotFoundError) return [];
    throw error;
  }
}
