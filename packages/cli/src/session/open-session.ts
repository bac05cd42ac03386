import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { parseSession, SessionError, type PluginPackage, type Session } from "@headroom/session";
import { openPackage } from "@headroom/session";
import { audioPath, manifestPath, pluginFolder, SESSION_FILE, SessionZip } from "@headroom/session/interchange";
import type { SessionOrder } from "../plugin/protocol.js";

/** A session on disk, checked, with the way to its audio and the plugins that came along. */
export interface OpenedSession {
  readonly session: Session;
  readonly source: SessionOrder["source"];
  /** Files that its process must read. */
  readonly reads: readonly string[];
  /** A plugin that came along. Rejects with a {@link SessionError}. */
  plugin(id: string): Promise<PluginPackage | undefined>;
}

/** Opens a session file or a folder of the same. @throws {@link SessionError} with a sentence. */
export function openSession(name: string): OpenedSession {
  if (!existsSync(name)) throw new SessionError(`${name} cannot be read: there is no such file or folder.`);
  return statSync(name).isDirectory() ? openFolder(realpathSync(name)) : openZip(realpathSync(name));
}

function openZip(file: string): OpenedSession {
  const zip = new SessionZip(readFileSync(file), path.basename(file));
  return { session: zip.session, source: { zip: file }, reads: [file], plugin: (id) => zip.plugin(id) };
}

function openFolder(folder: string): OpenedSession {
  const file = inside(folder, SESSION_FILE);
  if (file === undefined) throw new SessionError(`${folder} holds no ${SESSION_FILE}, so it is no session's folder.`);
  const parsed = parseSession(readJson(file));
  if ("problems" in parsed) throw new SessionError(`${file} cannot be opened. ${parsed.problems.join(" ")}`);
  const found = Object.keys(parsed.session.audio).flatMap((key) => {
    const audio = inside(folder, audioPath(key));
    return audio === undefined ? [] : [[key, audio] as const];
  });
  return {
    session: parsed.session,
    source: { audio: Object.fromEntries(found) },
    reads: found.map(([, audio]) => audio),
    plugin: async (id) => {
      const manifest = inside(folder, manifestPath(id));
      if (manifest === undefined) return undefined;
      const read = async (name: string) => {
        const bundle = inside(folder, pluginFolder(id) + name);
        if (bundle === undefined) throw new SessionError(`The manifest of ${id} names ${name}, which is not in ${folder}.`);
        return readFileSync(bundle, "utf8");
      };
      return openPackage(readJson(manifest), read, folder);
    },
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new SessionError(`${file} is no JSON; save the session again.`);
  }
}

/** The real file of a name in a folder; `undefined` where there is none, or a link that leads out. */
function inside(folder: string, name: string): string | undefined {
  const file = path.join(folder, name);
  if (!existsSync(file)) return undefined;
  const real = realpathSync(file);
  return real.startsWith(folder + path.sep) && statSync(real).isFile() ? real : undefined;
}
