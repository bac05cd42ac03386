import { strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { MANIFEST_FILE } from "../plugins/manifest.js";
import { openPackage, type PluginPackage } from "../plugins/plugin-package.js";
import { readSessionFile } from "../parse/session-file.js";
import type { Session } from "../schema.js";
import { SessionError } from "../session-error.js";
import type { StoredAudio } from "../storage/audio-file.js";
import { decodeFloatWav, encodeFloatWav } from "./float-wav.js";
import { packageTexts } from "./package-texts.js";
import { audioPath, manifestPath, pluginFolder, SESSION_FILE } from "./session-package.js";

/** Bytes of a session's text, and of one of a plugin's files. */
const MOST_TEXT_BYTES = 2 ** 26;
/** Bytes of a sample and of what else a WAV file may hold. */
const SAMPLE_BYTES = 4;
const MOST_EXTRA_BYTES = 2 ** 20;
/** Files in a zip; each is looked at whenever one is sought. */
const MOST_FILES = 20_000;
/**
 * Audio may unpack to so many times the zip's own size, and some silence. It is stored as it is or hardly smaller; a zip
 * of which more would come is made to fill the memory.
 */
const MOST_GROWTH = 20;
const MOST_SILENCE_BYTES = 2 ** 26;

/** A session with what it needs to sound, to be written as one file. */
export interface SessionContent {
  readonly session: Session;
  /** By the keys of `session.audio`. What is left out is missing when the file is opened. */
  readonly audio: ReadonlyMap<string, StoredAudio>;
  /** Plugins to come along, with manifests. */
  readonly plugins?: readonly PluginPackage[];
}

/** A session file (`.headroom`): a zip in which audio is stored as it is. */
export function writeSessionZip({ session, audio, plugins = [] }: SessionContent): Uint8Array<ArrayBuffer> {
  const texts = Object.entries(packageTexts(session, plugins)).map(([path, text]) => [path, strToU8(text)] as const);
  const files: Zippable = Object.fromEntries(texts);
  for (const key of Object.keys(session.audio)) {
    const found = audio.get(key);
    // Noise does not get smaller: deflating it would only take time.
    if (found) files[audioPath(key)] = [encodeFloatWav(found), { level: 0 }];
  }
  return zipSync(files);
}

/**
 * Reads a session file. Only what the session names is unpacked, up to the size that it may have, and nothing is written
 * anywhere: names in the zip lead nowhere.
 */
export class SessionZip {
  readonly session: Session;
  /** One sentence for each thing that was repaired in the session. */
  readonly repairs: readonly string[];
  readonly #bytes: Uint8Array;

  /** @param name - of the file, for sentences. @throws {@link SessionError} */
  constructor(bytes: Uint8Array, name: string) {
    this.#bytes = bytes;
    const text = this.#read(SESSION_FILE, MOST_TEXT_BYTES, name);
    if (text === undefined) throw new SessionError(`${name} holds no ${SESSION_FILE}, so it is no session file; choose one that Headroom saved.`);
    const parsed = readSessionFile(new TextDecoder().decode(text));
    if ("problems" in parsed) throw new SessionError(`${name} cannot be opened. ${parsed.problems.join(" ")}`);
    this.session = parsed.session;
    this.repairs = parsed.repairs ?? [];
  }

  /** @returns `undefined` where it is not in the file. @throws {@link SessionError} for what is no audio, or not that of the session. */
  audio(key: string): StoredAudio | undefined {
    const entry = this.session.audio[key];
    if (!entry) return undefined;
    const most = Math.min(entry.channels * entry.frames * SAMPLE_BYTES + MOST_EXTRA_BYTES, MOST_GROWTH * this.#bytes.length + MOST_SILENCE_BYTES);
    const bytes = this.#read(audioPath(key), most, `“${entry.name}” in the session file`);
    if (!bytes) return undefined;
    const audio = decodeFloatWav(bytes);
    if (!audio || audio.channels.length !== entry.channels || audio.channels[0]?.length !== entry.frames || audio.sampleRate !== entry.sampleRate) {
      throw new SessionError(`“${entry.name}” in the session file is not the audio that the session describes; save the session again.`);
    }
    return audio;
  }

  /** A plugin that came along; `undefined` where there is none of this id. Rejects with a {@link SessionError}. */
  async plugin(id: string): Promise<PluginPackage | undefined> {
    const text = (path: string) => {
      const bytes = this.#read(path, MOST_TEXT_BYTES, `The plugin ${id} in the session file`);
      return bytes && new TextDecoder().decode(bytes);
    };
    const manifest = text(manifestPath(id));
    if (manifest === undefined) return undefined;
    let stated: unknown;
    try {
      stated = JSON.parse(manifest);
    } catch {
      throw new SessionError(`The manifest ${MANIFEST_FILE} of ${id} in the session file is no JSON; save the session again.`);
    }
    return openPackage(stated, async (file) => {
      const found = text(pluginFolder(id) + file);
      if (found === undefined) throw new SessionError(`The manifest of ${id} in the session file names ${file}, which is not there; save the session again.`);
      return found;
    }, "the session file");
  }

  #read(path: string, mostBytes: number, what: string): Uint8Array | undefined {
    let size = 0;
    let files = 0;
    let found: Uint8Array | undefined;
    try {
      const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }) => {
        files += 1;
        if (files > MOST_FILES) throw new SessionError(`The zip holds more than ${MOST_FILES} files; the most for a session.`);
        if (name !== path) return false;
        size = originalSize;
        return originalSize <= mostBytes;
      };
      found = unzipSync(this.#bytes, { filter })[path];
    } catch (cause) {
      if (cause instanceof SessionError) throw new SessionError(`${what} cannot be read. ${cause.message}`);
      throw new SessionError(`${what} cannot be read: the zip is damaged. Save the session again.`, { cause });
    }
    if (size > mostBytes) throw new SessionError(`${what} would unpack to ${size} bytes; ${mostBytes} is the most that it may be. It is not unpacked.`);
    return found;
  }
}
