/** What was heard of a run so far. Frames from its start. */
export interface Heard {
  readonly frames: number;
  /** Longest stretch of the faulty channel below a hundredth of its peak; a sound tone is for a frame or two. */
  readonly gapFrames: number;
  /** Peak of its quietest window, as a share of the undisturbed peak. */
  readonly quietest: number;
  /** Its largest step from frame to frame, linear, and that of the undisturbed tone. */
  readonly step: number;
  readonly ownStep: number;
  readonly notFinite: number;
  /** Frames in which the other channels are not what they are undisturbed, to the bit. */
  readonly othersDiffering: number;
  /** First and last frame in which the faulty channel is not; −1 where it always is. */
  readonly firstOff: number;
  readonly lastOff: number;
}

/** Share of the peak below which there is nothing to hear. */
const SILENCE = 0.01;
/** More than a cycle of the tone. */
const WINDOW = 512;
/** −120 dBFS: what an equalizer behind the fault takes a moment to forget is below that. */
const AS_EVER = 1e-6;

/** Compares a recording, as it comes in, with what the mix is undisturbed: left is the faulty channel, right the others. */
export class Measurement {
  readonly #heard: readonly Float32Array[];
  readonly #undisturbed: readonly Float32Array[];
  readonly #peak: number;
  readonly #seen: { -readonly [Key in keyof Heard]: Heard[Key] };
  #silent = 0;
  #window = 0;
  #inWindow = 0;

  constructor(heard: readonly Float32Array[], undisturbed: readonly Float32Array[]) {
    this.#heard = heard;
    this.#undisturbed = undisturbed;
    const tone = undisturbed[0] ?? new Float32Array();
    this.#peak = tone.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    const ownStep = tone.reduce((most, x, i) => Math.max(most, Math.abs(x - (tone[i - 1] ?? x))), 0);
    this.#seen = { frames: 0, gapFrames: 0, quietest: 1, step: 0, ownStep, notFinite: 0, othersDiffering: 0, firstOff: -1, lastOff: -1 };
  }

  get heard(): Heard {
    return this.#seen;
  }

  /** Takes in what came until a frame. */
  advance(to: number): void {
    const [left, right] = this.#heard;
    const [tone, others] = this.#undisturbed;
    const seen = this.#seen;
    if (!left || !right || !tone || !others) return;
    for (let i = seen.frames; i < Math.min(to, left.length, tone.length); i++) {
      const x = left[i] ?? 0;
      const other = right[i] ?? 0;
      if (!Number.isFinite(x) || !Number.isFinite(other)) seen.notFinite += 1;
      if (other !== others[i]) seen.othersDiffering += 1;
      // What is no number is larger than none, and counted already.
      const change = i > 0 ? Math.abs(x - (left[i - 1] ?? 0)) : 0;
      if (change > seen.step) seen.step = change;
      this.#silent = Math.abs(x) < SILENCE * this.#peak ? this.#silent + 1 : 0;
      seen.gapFrames = Math.max(seen.gapFrames, this.#silent);
      if (!(Math.abs(x - (tone[i] ?? 0)) <= AS_EVER)) {
        if (seen.firstOff < 0) seen.firstOff = i;
        seen.lastOff = i;
      }
      if (Math.abs(x) > this.#window) this.#window = Math.abs(x);
      if (++this.#inWindow < WINDOW) continue;
      seen.quietest = Math.min(seen.quietest, this.#window / this.#peak);
      this.#window = this.#inWindow = 0;
    }
    seen.frames = Math.max(seen.frames, Math.min(to, left.length, tone.length));
  }
}
