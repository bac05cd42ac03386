import type { AudioData, MixerEngine } from "@headroom/engine";
import type { AudioEntry, AudioStore } from "@headroom/session";
import { Observable } from "../state/observable.js";
import { findPeaks, type Peaks } from "../timeline/peaks.js";
import { allocateSamples, toSharedAudio } from "./shared-audio.js";

/** The session's audio: stored for the next visit, given to the engine, drawn in the timeline. */
export class AudioLibrary {
  readonly #store: AudioStore;
  readonly #engine: Observable<MixerEngine | undefined>;
  readonly #audio = new Map<string, AudioData>();
  #outlining: Promise<void> = Promise.resolve();
  readonly #outlines = new Observable<ReadonlyMap<string, Peaks>>(new Map());

  /** @param engine - gets all audio once it has started, and what comes later at once. */
  constructor(store: AudioStore, engine: Observable<MixerEngine | undefined>) {
    this.#store = store;
    this.#engine = engine;
    engine.subscribe(() => {
      for (const [key, audio] of this.#audio) engine.value?.addAudio(key, audio);
    });
  }

  /** Outlines of the waveforms that are known, by audio key. A new map when one is added. */
  readonly outlines = (): ReadonlyMap<string, Peaks> => this.#outlines.value;

  /** Calls back when an outline was added. @returns the undo. */
  get subscribe(): (listener: () => void) => () => void {
    return this.#outlines.subscribe;
  }

  /** Whether the audio is here, to be played. */
  has(key: string): boolean {
    return this.#audio.has(key);
  }

  /** The store's copy of a session's audio, or `undefined` where there is none. */
  stored(key: string): Promise<AudioData | undefined> {
    return this.#store.get(key);
  }

  /** Stores audio for another session. @returns its key. Rejects with a sentence where it cannot be stored. */
  keep(name: string, audio: AudioData): Promise<string> {
    return this.#store.keep(audio, name);
  }

  /** Stores new audio and makes it playable. Rejects with a sentence where it cannot be taken. */
  async add(name: string, audio: AudioData): Promise<{ readonly key: string; readonly entry: AudioEntry }> {
    const key = await this.#store.put(audio, name);
    const entry = { name, sampleRate: audio.sampleRate, channels: audio.channels.length, frames: audio.channels[0]?.length ?? 0 };
    this.#take(key, toSharedAudio(audio));
    return { key, entry };
  }

  /**
   * Reads a session's audio from the store.
   * @param audio - by key, as the session lists it.
   * @param onProgress - called after each file.
   * @returns names of files that the store does not have any more.
   */
  async load(audio: Readonly<Record<string, AudioEntry>>, onProgress: (done: number, total: number) => void): Promise<readonly string[]> {
    const entries = Object.entries(audio);
    const missing: string[] = [];
    let done = 0;
    onProgress(done, entries.length);
    // All at once: each waits for the disk most of its time.
    await Promise.all(
      entries.map(async ([key, { name }]) => {
        const found = await this.#store.get(key, allocateSamples).catch(() => undefined);
        if (found) this.#take(key, found);
        else missing.push(name);
        onProgress(++done, entries.length);
      }),
    );
    return missing;
  }

  #take(key: string, audio: AudioData): void {
    if (this.#audio.has(key)) return;
    this.#audio.set(key, audio);
    this.#engine.value?.addAudio(key, audio);
    // One outline after the other: together they would be one long task.
    this.#outlining = this.#outlining.then(async () => {
      const outline = await findPeaks(audio);
      this.#outlines.set(new Map(this.#outlines.value).set(key, outline));
    });
  }
}
