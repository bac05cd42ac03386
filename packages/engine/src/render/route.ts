import { SEND_CONTROLS, type SendControl } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { DelayLine } from "./delay-line.js";
import { faderGain, panLeft, panRight } from "./gain-law.js";
import { Gain } from "./gain-matrix.js";
import { Ramp, RAMP_FRAMES } from "./ramp.js";
import { controlIndex, type StripState } from "./strip-state.js";

const indexOf = (control: SendControl): number => SEND_CONTROLS.indexOf(control);
const LEVEL = indexOf("levelDb");
const PAN = indexOf("pan");
const LAW = indexOf("panLawDb");
const OPEN = indexOf("open");
const OUTPUT_OPEN = controlIndex("outputOpen");

/** Both sides of a strip's buffer, or of the cue. */
export interface StereoBuffer {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** What a route is made of. */
export interface RouteEnds {
  readonly from: string;
  /** `null` is the cue. */
  readonly to: string | null;
  readonly beforeFader: boolean;
  readonly source: StripState;
  readonly target: StereoBuffer;
  /** A send's row of controls; `undefined` for a strip's output, or a cue. */
  readonly controls: Float32Array | undefined;
}

/**
 * Adds one strip to another, delayed: as its output, by a send with level and pan, or to the cue. Fades in when it is made
 * while sound runs, and out when retired. `@audioThread`
 */
export class Route {
  readonly ends: RouteEnds;
  readonly #line: DelayLine;
  readonly #left: Ramp;
  readonly #right: Ramp;
  /** What the controls were, and what they make of left and right. */
  readonly #seen = new Float32Array(SEND_CONTROLS.length).fill(Number.NaN);
  readonly #level = Float64Array.of(1, 1);
  readonly #delayed = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)] as const;
  #retired = false;
  #fresh = true;
  /** Whether the line takes in what comes. An undelayed route needs no past until a plan comes that delays it. */
  #records = true;
  /** Whether it ran together with its strip's fader. */
  #done = false;

  /** @param sibling - route from the same place, whose history makes this one heard at once. */
  constructor(ends: RouteEnds, delayFrames: number, fadeIn: boolean, sibling?: Route) {
    this.ends = ends;
    this.#line = new DelayLine(delayFrames, sibling ? sibling.#line : fadeIn ? "unknown" : undefined);
    this.#line.setDelay(delayFrames, sibling !== undefined);
    this.#left = new Ramp(0);
    this.#right = new Ramp(0);
    this.#fresh = !fadeIn;
  }

  /** Goes over to a delay. Allocates when it is the longest so far: between quanta only. */
  setDelay(frames: number, crossfade: boolean): void {
    this.#line.reserve(frames);
    this.#line.setDelay(frames, crossfade);
  }

  /** A plan is on its way that needs a past of so many frames. Allocates: between quanta only. */
  expect(frames: number): void {
    if (frames > 0) this.#line.reserve(frames);
    this.#record();
  }

  /** A plan takes effect. Without a delay, and where nobody else needs it, the past is not kept. */
  settle(): void {
    if (this.#line.passes && this.#line.settled && this.#line.filled) this.#records = false;
  }

  #record(): void {
    if (!this.#records) this.#line.forget();
    this.#records = true;
  }

  /** Fades out; once {@link silent} the route may be dropped. */
  retire(): void {
    this.#retired = true;
  }

  /** Undoes {@link retire}. */
  revive(): void {
    this.#retired = false;
  }

  get silent(): boolean {
    const [left, right] = [this.#left, this.#right];
    return this.#retired && left.left === 0 && right.left === 0 && left.value === 0 && right.value === 0;
  }

  /**
   * Runs at once with its strip's fader, which then leaves the buffer as it is: the same samples for half the work.
   * @param gains - of the fader, of `Gain`.
   * @returns `false` where that cannot be: the fader must work, and {@link run} must follow.
   */
  runWith(gains: Float64Array): boolean {
    if (this.#records) return false;
    this.#aim();
    const left = this.#left;
    const right = this.#right;
    if (left.left > 0 || right.left > 0 || left.value !== 1 || right.value !== 1) return false;
    mixFaded(this.ends.source, this.ends.target, gains);
    this.#done = true;
    return true;
  }

  run(): void {
    if (this.#done) {
      this.#done = false;
      return;
    }
    const line = this.#line;
    const { source, target } = this.ends;
    if (this.#records) {
      line.write(source.left, source.right);
      // Faded in before there is something to hear, it would begin with a step.
      if (!line.filled) return;
    }
    this.#aim();
    const left = this.#left;
    const right = this.#right;
    const still = left.left === 0 && right.left === 0;
    if (still && left.value === 0 && right.value === 0) return;
    let from: StereoBuffer = source;
    if (!line.passes) {
      line.read(this.#delayed[0], this.#delayed[1]);
      from = this.#heard;
    }
    if (!still) mixMoving(from, target, left, right);
    else if (left.value === 1 && right.value === 1) mix(from, target);
    else mixScaled(from, target, left, right);
  }

  readonly #heard: StereoBuffer = { left: this.#delayed[0], right: this.#delayed[1] };

  #aim(): void {
    const { source, controls, to } = this.ends;
    const level = this.#level;
    if (controls) this.#readSend(controls);
    else level.fill(to === null || (source.controls[OUTPUT_OPEN] || 0) >= 0.5 ? 1 : 0);
    const left = this.#retired ? 0 : (level[0] ?? 0);
    const right = this.#retired ? 0 : (level[1] ?? 0);
    if (this.#fresh) {
      this.#left.jump(left);
      this.#right.jump(right);
      this.#fresh = false;
    } else {
      this.#left.aim(left, RAMP_FRAMES);
      this.#right.aim(right, RAMP_FRAMES);
    }
  }

  #readSend(controls: Float32Array): void {
    const seen = this.#seen;
    let same = true;
    for (let i = 0; i < SEND_CONTROLS.length; i++) {
      const value = controls[i] || 0;
      if (value === seen[i]) continue;
      seen[i] = value;
      same = false;
    }
    if (same) return;
    const gain = (seen[OPEN] ?? 0) >= 0.5 ? faderGain(seen[LEVEL] ?? 0) : 0;
    const law = Math.max(-6, Math.min(0, seen[LAW] ?? 0));
    this.#level[0] = gain * panLeft(seen[PAN] ?? 0, law);
    this.#level[1] = gain * panRight(seen[PAN] ?? 0, law);
  }
}

/** As if the fader had written its product, a float32, before it was added. @audioThread */
function mixFaded(from: StereoBuffer, to: StereoBuffer, gains: Float64Array): void {
  const { left, right } = from;
  const { left: toLeft, right: toRight } = to;
  const l = gains[Gain.leftLeft] ?? 0;
  const r = gains[Gain.rightRight] ?? 0;
  for (let i = 0; i < QUANTUM; i++) {
    toLeft[i] = (toLeft[i] ?? 0) + Math.fround((left[i] ?? 0) * l);
    toRight[i] = (toRight[i] ?? 0) + Math.fround((right[i] ?? 0) * r);
  }
}

/** @audioThread */
function mix(from: StereoBuffer, to: StereoBuffer): void {
  const { left, right } = from;
  const { left: toLeft, right: toRight } = to;
  for (let i = 0; i < QUANTUM; i++) {
    toLeft[i] = (toLeft[i] ?? 0) + (left[i] ?? 0);
    toRight[i] = (toRight[i] ?? 0) + (right[i] ?? 0);
  }
}

/** @audioThread */
function mixScaled(from: StereoBuffer, to: StereoBuffer, gainLeft: Ramp, gainRight: Ramp): void {
  const { left, right } = from;
  const { left: toLeft, right: toRight } = to;
  const l = gainLeft.value;
  const r = gainRight.value;
  for (let i = 0; i < QUANTUM; i++) {
    toLeft[i] = (toLeft[i] ?? 0) + (left[i] ?? 0) * l;
    toRight[i] = (toRight[i] ?? 0) + (right[i] ?? 0) * r;
  }
}

/** @audioThread */
function mixMoving(from: StereoBuffer, to: StereoBuffer, gainLeft: Ramp, gainRight: Ramp): void {
  const { left, right } = from;
  const { left: toLeft, right: toRight } = to;
  for (let i = 0; i < QUANTUM; i++) {
    toLeft[i] = (toLeft[i] ?? 0) + (left[i] ?? 0) * gainLeft.next();
    toRight[i] = (toRight[i] ?? 0) + (right[i] ?? 0) * gainRight.next();
  }
}
