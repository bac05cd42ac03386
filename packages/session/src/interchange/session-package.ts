import type { Session } from "../schema.js";
import { MANIFEST_FILE } from "../plugins/manifest.js";

/**
 * What lies where in a session file (a zip, `.headroom`) and in a folder of the same:
 *
 *     session.json                      the session, as `writeSessionFile` writes it
 *     audio/KEY.wav                     each audio file that it lists; KEY as a part of an address
 *     plugins/ID/headroom-plugin.json   a plugin that does not come with the mixer, beside its bundles
 */
export const SESSION_FILE = "session.json";
/** How names of session files end. */
export const SESSION_EXTENSION = ".headroom";

/** Path of an audio file. @param key - as the session lists it. */
export function audioPath(key: string): string {
  return `audio/${asName(key)}.wav`;
}

/** Folder of a plugin, with a slash at its end. */
export function pluginFolder(id: string): string {
  return `plugins/${asName(id)}/`;
}

export function manifestPath(id: string): string {
  return `${pluginFolder(id)}${MANIFEST_FILE}`;
}

/** Ids of all plugins that a session's inserts use. */
export function pluginsOf(session: Session): string[] {
  const ids = Object.values(session.strips).flatMap(({ inserts }) => inserts.flatMap((insert) => (insert ? [insert.plugin] : [])));
  return [...new Set(ids)];
}

/** A name without slashes and colons, and none that leads up: ids may be any text. */
function asName(id: string): string {
  return encodeURIComponent(id).replace(/^\./, "%2E");
}
