/** What it needs of the engine. */
interface Watched {
  readonly context: AudioContext;
  readonly playing: () => boolean;
  /** Seconds of the song. */
  readonly seconds: () => number;
  readonly notice: (severity: "info" | "warning", text: string) => void;
}

/** The page is looked at so often by its own timer; longer pauses are told. */
const STOOD_STILL_MS = 2000;

/** Says what happens to the sound from outside: an audio context that is suspended, a device that fails, a page that stands still. `@mainThread` */
export class Interruptions {
  readonly #around: Watched;
  readonly #ended = new AbortController();
  #state: AudioContextState;
  /** When the browser stopped the sound, if it did. */
  #stoppedAt: number | undefined;
  #last = performance.now();

  constructor(around: Watched) {
    this.#around = around;
    const { context } = around;
    this.#state = context.state;
    const { signal } = this.#ended;
    context.addEventListener("statechange", () => this.#changed(), { signal });
    context.addEventListener("error", () => this.#failed(), { signal });
    context.addEventListener("sinkchange", () => around.notice("info", "The audio goes to another output from now on."), { signal });
  }

  /** Called by a timer that fires some times a second. @param now - milliseconds. */
  tick(now: number): void {
    const pauseMs = now - this.#last;
    this.#last = now;
    if (pauseMs < STOOD_STILL_MS || !this.#around.playing()) return;
    this.#around.notice("info", `The page stood still for ${seconds(pauseMs)}: the computer slept, the tab was put to rest, or a script held it up. No plugin is blamed for that time.`);
  }

  dispose(): void {
    this.#ended.abort();
  }

  #changed(): void {
    const { context, playing, notice } = this.#around;
    const before = this.#state;
    this.#state = context.state;
    if (before === "running" && context.state !== "closed" && playing()) {
      this.#stoppedAt = performance.now();
      notice("warning", `The browser stopped the audio at ${this.#place()} of the song, which stands still until it goes on.`);
    } else if (context.state === "running" && this.#stoppedAt !== undefined) {
      notice("info", `The audio goes on at ${this.#place()} of the song after ${seconds(performance.now() - this.#stoppedAt)}; nothing of it was left out.`);
      this.#stoppedAt = undefined;
    }
  }

  #failed(): void {
    this.#around.notice("warning", `The browser reported at ${this.#place()} of the song that the audio output failed; its device may be gone. If nothing is heard, plug it in or choose another and press play.`);
  }

  /** Where the song is: minutes and seconds. */
  #place(): string {
    const all = Math.max(0, this.#around.seconds());
    return `${Math.floor(all / 60)}:${(all % 60).toFixed(1).padStart(4, "0")}`;
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
