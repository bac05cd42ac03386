import type { MixerEngine } from "@headroom/engine";
import type { Loop, SessionDocument } from "@headroom/session";
import { attempt } from "../session/attempt.js";
import { Observable } from "../state/observable.js";
import { notify, sentence } from "../status/notices.js";
import type { ToneClock } from "./tone-clock.js";

/** Fetches Tone, which is a chunk of its own. */
export const loadClock = () => import("./tone-clock.js");

/**
 * Play, pause, stop, seek and loop as the app asks for them. Tone.Transport is the clock; until Tone has loaded
 * the song's position is the engine's own. `@mainThread`
 */
export class Transport {
  readonly playing = new Observable(false);
  #clock: Promise<ToneClock> | undefined;
  #ready: ToneClock | undefined;

  constructor(
    private readonly context: AudioContext,
    private readonly document: SessionDocument,
    private readonly engine: Observable<MixerEngine | undefined>,
  ) {}

  /** Where the song is, in seconds. */
  seconds(): number {
    return this.engine.value?.playhead.seconds() ?? 0;
  }

  /** Makes the clock, once, so that the first press of play need not wait for it. */
  async prepare(): Promise<ToneClock> {
    const engine = this.engine.value;
    if (!engine) throw new Error("The audio engine has not started: wait until it has, or load the page again.");
    this.#clock ??= loadClock().then(({ createToneClock }) => createToneClock(this.context, engine, this.document));
    this.#ready = await this.#clock;
    return this.#ready;
  }

  /** Plays from where the song stands. What prevents it is said in words. */
  async play(): Promise<void> {
    try {
      const clock = await this.prepare();
      this.playing.set(true);
      // May wait for as long as the browser or a missing device likes; a banner says so meanwhile.
      await this.context.resume();
      if (this.playing.value) clock.play();
    } catch (error) {
      this.playing.set(false);
      notify("error", `The song cannot play: ${sentence(error)}`);
    }
  }

  pause(): void {
    this.#ready?.pause();
    this.playing.set(false);
  }

  toggle(): void {
    if (this.playing.value) this.pause();
    else void this.play();
  }

  /** Pauses and goes back to the start. */
  stop(): void {
    this.#ready?.stop();
    this.playing.set(false);
    this.seek(0);
  }

  seek(seconds: number): void {
    if (this.#ready) this.#ready.seek(seconds);
    else this.engine.value?.playhead.seek(seconds);
  }

  setLoop(loop: Partial<Loop>): void {
    attempt(() => this.document.song.setLoop(loop));
  }

  /** Switches the loop; the first time it spans the whole song. */
  toggleLoop(songSeconds: number): void {
    const { loop } = this.document.snapshot();
    const isEmpty = loop.endSeconds <= loop.startSeconds;
    this.setLoop(isEmpty ? { enabled: true, startSeconds: 0, endSeconds: songSeconds } : { enabled: !loop.enabled });
  }
}
