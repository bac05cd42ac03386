import { SessionError } from "../session-error.js";
import { audioKey, decodeHeader, encodeAudio, HEADER_BYTES, type StoredAudio } from "./audio-file.js";
import { whyNotStored } from "./trouble.js";

/** Makes room for the samples of one file; a `SharedArrayBuffer` lets the audio thread read them where they are. */
export type Allocate = (bytes: number) => ArrayBufferLike;

/**
 * Audio files by their content, in the browser's private file system (OPFS). What cannot be kept there (no space,
 * private browsing) is kept in memory, so that everything goes on as usual until the page closes; `onProblem`
 * says so. `@mainThread`
 */
export class AudioStore {
  readonly #directory: FileSystemDirectoryHandle | undefined;
  readonly #memory = new Map<string, StoredAudio>();
  readonly #onProblem: (problem: string) => void;

  private constructor(directory: FileSystemDirectoryHandle | undefined, onProblem: (problem: string) => void) {
    this.#directory = directory;
    this.#onProblem = onProblem;
  }

  /** Never rejects. @param onProblem - called with a sentence for people when something is kept in memory only. */
  static async open(onProblem: (problem: string) => void = () => {}, folder = "headroom-audio"): Promise<AudioStore> {
    try {
      const root = await navigator.storage.getDirectory();
      return new AudioStore(await root.getDirectoryHandle(folder, { create: true }), onProblem);
    } catch (error) {
      onProblem(`Audio files are lost when this page closes: ${whyNotStored(error)}.`);
      return new AudioStore(undefined, onProblem);
    }
  }

  /**
   * Keeps audio and gives its key, once the file is whole; what is there already is not written again.
   * @param name - of the file, for messages.
   * @throws {@link SessionError} for audio without channels or of unequal ones.
   */
  async put(audio: StoredAudio, name = "This audio file"): Promise<string> {
    const { key, file } = await named(audio, name);
    if (await this.has(key)) return key;
    try {
      await this.#write(key, file);
    } catch (error) {
      this.#memory.set(key, audio);
      if (this.#directory) this.#onProblem(`${name} is lost when this page closes: ${whyNotStored(error)}.`);
    }
    return key;
  }

  /**
   * As {@link put}, but keeps nothing in memory alone: for audio of a session that is not the page's.
   * Rejects with a {@link SessionError} where it cannot be stored.
   */
  async keep(audio: StoredAudio, name: string): Promise<string> {
    const { key, file } = await named(audio, name);
    if (await this.#whole(key)) return key;
    try {
      await this.#write(key, file);
    } catch (error) {
      throw new SessionError(`${name} was not stored: ${whyNotStored(error)}.`);
    }
    return key;
  }

  async has(key: string): Promise<boolean> {
    return this.#memory.has(key) || await this.#whole(key) !== undefined;
  }

  /**
   * The audio of a key, or `undefined` if there is none or its file is damaged.
   * @param allocate - where the samples go; default: memory of this thread alone.
   */
  async get(key: string, allocate?: Allocate): Promise<StoredAudio | undefined> {
    const kept = this.#memory.get(key);
    if (kept) return allocate ? copyInto(kept, allocate) : kept;
    const found = await this.#whole(key);
    if (!found) return undefined;
    const { file, header } = found;
    const bytes = await file.slice(HEADER_BYTES).arrayBuffer();
    const audio = { sampleRate: header.sampleRate, channels: planes(bytes, header.channels, header.frames) };
    return allocate ? copyInto(audio, allocate) : audio;
  }

  /** Keys of everything that is kept. */
  async keys(): Promise<string[]> {
    const keys = [...this.#memory.keys()];
    if (this.#directory) for await (const key of this.#directory.keys()) keys.push(key);
    return keys;
  }

  /**
   * Deletes the files that are not in `used`, the audio keys of all sessions ({@link SessionSummary}).
   * @param minAgeMs - younger files stay: another tab may be about to use them. Default: a day.
   * @returns how many went.
   */
  async deleteUnused(used: Iterable<string>, minAgeMs = 86_400_000): Promise<number> {
    const keep = new Set(used);
    let deleted = 0;
    for (const key of await this.keys()) {
      if (keep.has(key) || this.#memory.has(key)) continue;
      const handle = await this.#directory?.getFileHandle(key);
      const file = await handle?.getFile();
      if (!file || Date.now() - file.lastModified < minAgeMs) continue;
      await this.#directory?.removeEntry(key);
      deleted += 1;
    }
    return deleted;
  }

  async #write(key: string, file: ArrayBuffer): Promise<void> {
    if (!this.#directory) throw new DOMException("no storage", "SecurityError");
    await write(this.#directory, key, file);
  }

  async #whole(key: string) {
    try {
      const handle = await this.#directory?.getFileHandle(key);
      const file = await handle?.getFile();
      const header = file && decodeHeader(await file.slice(0, HEADER_BYTES).arrayBuffer(), file.size);
      return file && header && { file, header };
    } catch {
      return undefined;
    }
  }
}

/** @throws {@link SessionError} for audio without channels or of unequal ones. */
async function named(audio: StoredAudio, name: string): Promise<{ readonly key: string; readonly file: ArrayBuffer }> {
  const [first] = audio.channels;
  if (!first?.length || audio.channels.some((channel) => channel.length !== first.length)) {
    throw new SessionError(`${name} has no samples, or channels of different lengths; choose another file.`);
  }
  const file = encodeAudio(audio);
  return { key: await audioKey(file), file };
}

async function write(directory: FileSystemDirectoryHandle, key: string, file: ArrayBuffer): Promise<void> {
  const handle = await directory.getFileHandle(key, { create: true });
  const writable = await handle.createWritable();
  try {
    // Asks for the space first: a write that runs out of it half-way is told in Chromium as a broken pipe.
    await writable.truncate(file.byteLength);
    await writable.write({ type: "write", position: 0, data: file });
    // The file has its content only from here on: what is interrupted leaves no half of it.
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined);
    await directory.removeEntry(key).catch(() => undefined);
    throw error;
  }
}

function copyInto({ sampleRate, channels }: StoredAudio, allocate: Allocate): StoredAudio {
  const frames = channels[0]?.length ?? 0;
  const copies = planes(allocate(channels.length * frames * 4), channels.length, frames);
  channels.forEach((samples, channel) => copies[channel]?.set(samples));
  return { sampleRate, channels: copies };
}

function planes(buffer: ArrayBufferLike, channels: number, frames: number): Float32Array[] {
  return Array.from({ length: channels }, (_, channel) => new Float32Array(buffer, channel * frames * 4, frames));
}
