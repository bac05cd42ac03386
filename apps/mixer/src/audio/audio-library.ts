import type { AudioData, MixerEngine } from "@headroom/engine";
import type { AudioEntry, AudioStore, SessionDocument } from "@headroom/session";
import { Observable } from "../state/observable.js";
import { findPeaks, type Peaks } from "../timeline/peaks.js";

/** The session's audio: stored for the next visit, given to the engine, drawn in the timeline. */
export class AudioLibrary {
  readonly #outlines = new Observable<ReadonlyMap<string, Peaks>>(new Map());

  constructor(
    private readonly store: AudioStore,
    private readonly engine: Observable<MixerEngine | undefined>,
  ) {}

  /** Outlines of the waveforms that are known, by audio key. A new map when one is added. */
  readonly outlines = (): ReadonlyMap<string, Peaks> => this.#outlines.value;

  /** Calls back when an outline was added. @returns the undo. */
  readonly subscribe = this.#outlines.subscribe;

  /** Stores new audio and makes it playable. @throws with a sentence, for instance where the disk is full. */
  async add(name: string, audio: AudioData): Promise<{ readonly key: string; readonly entry: AudioEntry }> {
    const key = await this.store.put(audio, name);
    const entry = { name, sampleRate: audio.sampleRate, channels: audio.channels.length, frames: audio.channels[0]?.length ?? 0 };
    await this.#take(key, audio);
    return { key, entry };
  }

  /**
   * Reads all audio of a session from the store.
   * @param onProgress - called after each file.
   * @returns names of files that the store does not have any more.
   */
  async load(document: SessionDocument, onProgress: (done: number, total: number) => void): Promise<readonly string[]> {
    const entries = Object.entries(document.snapshot().audio);
    const missing: string[] = [];
    for (const [index, [key, entry]] of entries.entries()) {
      onProgress(index, entries.length);
      const audio = await this.store.get(key).catch(() => undefined);
      if (audio) await this.#take(key, audio);
      else missing.push(entry.name);
    }
    onProgress(entries.length, entries.length);
    return missing;
  }

  async #take(key: string, audio: AudioData): Promise<void> {
    this.engine.value?.addAudio(key, audio);
    if (this.#outlines.value.has(key)) return;
    const outline = await findPeaks(audio);
    this.#outlines.set(new Map(this.#outlines.value).set(key, outline));
  }
}
