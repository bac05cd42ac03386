import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { PluginPackage } from "../plugins/plugin-package.js";
import type { Session } from "../schema.js";
import { SessionError } from "../session-error.js";
import type { StoredAudio } from "../storage/audio-file.js";
import { encodeFloatWav } from "./float-wav.js";
import { packageTexts } from "./package-texts.js";
import { audioPath } from "./session-package.js";

/** What a zip without extensions can address, less what is no audio. */
const MOST_AUDIO_BYTES = 2 ** 32 - 2 ** 27;
const SAMPLE_BYTES = 4;
/** Bytes that are written at a time. */
const PIECE_BYTES = 2 ** 22;

/** A session and where what it needs is to be had. */
export interface SessionSource {
  readonly session: Session;
  /** Audio by a key of `session.audio`, asked for one after the other; `undefined` where it is gone. */
  readonly audio: (key: string) => Promise<StoredAudio | undefined>;
  /** Plugins to come along, with manifests. */
  readonly plugins?: readonly PluginPackage[];
}

/**
 * Writes a session file (`.headroom`) piece by piece, with no more than one audio file in memory.
 * @param write - takes each piece, in order.
 * @param onProgress - called after each audio file.
 * @returns names of the audio files that are gone and so are not in it. Rejects with a {@link SessionError}.
 */
export async function streamSessionZip(
  { session, audio, plugins = [] }: SessionSource,
  write: (piece: Uint8Array<ArrayBuffer>) => void,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<readonly string[]> {
  const entries = Object.entries(session.audio);
  const bytes = entries.reduce((sum, [, { frames, channels }]) => sum + frames * channels * SAMPLE_BYTES, 0);
  if (bytes > MOST_AUDIO_BYTES) {
    throw new SessionError(`${session.name} has ${(bytes / 2 ** 30).toFixed(1)} GiB of audio; a session file holds less than 4 GiB. Bounce long channels to fewer files, and save it again.`);
  }
  let fault: Error | undefined;
  const zip = new Zip((error, piece) => {
    if (error) fault ??= error;
    else write(piece);
  });
  for (const [path, text] of Object.entries(packageTexts(session, plugins))) {
    const file = new ZipDeflate(path);
    zip.add(file);
    file.push(strToU8(text), true);
  }
  const missing: string[] = [];
  onProgress(0, entries.length);
  for (const [done, [key, { name }]] of entries.entries()) {
    const found = await audio(key);
    if (found) await store(zip, audioPath(key), encodeFloatWav(found));
    else missing.push(name);
    if (fault) throw fault;
    onProgress(done + 1, entries.length);
  }
  zip.end();
  if (fault) throw fault;
  return missing;
}

/** Adds a file as it is: noise does not get smaller. */
async function store(zip: Zip, path: string, bytes: Uint8Array): Promise<void> {
  const file = new ZipPassThrough(path);
  zip.add(file);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    file.push(bytes.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= bytes.length);
    // The page goes on meanwhile.
    await new Promise((resolve) => setTimeout(resolve));
  }
}
