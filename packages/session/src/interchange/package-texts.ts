import { writeSessionFile } from "../parse/session-file.js";
import type { PluginPackage } from "../plugins/plugin-package.js";
import type { Session } from "../schema.js";
import { manifestPath, pluginFolder, SESSION_FILE } from "./session-package.js";

/** All of a session file that is text, by path: the session, and plugins that have a manifest. */
export function packageTexts(session: Session, plugins: readonly PluginPackage[]): Readonly<Record<string, string>> {
  const files: Record<string, string> = { [SESSION_FILE]: writeSessionFile(session) };
  for (const { manifest, processor, view } of plugins) {
    if (!manifest) continue;
    files[manifestPath(manifest.id)] = JSON.stringify(manifest, null, 2);
    files[pluginFolder(manifest.id) + manifest.processor.file] = processor.text;
    if (manifest.view && view) files[pluginFolder(manifest.id) + manifest.view.file] = view.text;
  }
  return files;
}
