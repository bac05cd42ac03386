import type { ClipPlan, Step } from "../graph/plan.js";
import { QUANTUM } from "../shared/quantum.js";
import { ClipSource, type Pcm } from "./clip-source.js";
import { DelayLine } from "./delay-line.js";
import type { Playhead } from "./playhead.js";
import { Ramp, RAMP_FRAMES } from "./ramp.js";
import type { StripState } from "./strip-state.js";

/** Stereo inputs of the node for this quantum: `[left, right]`, or nothing where none is connected. */
export type Inputs = readonly (readonly Float32Array[])[];

export type SourceStep = Extract<Step, { op: "source" }>;

/**
 * What a channel begins with: its node input and its clips, held back for its inserts' sidechains. Clips that change while
 * sound runs crossfade; a channel that is made while sound runs fades in. `@audioThread`
 */
export class SourceStage {
  readonly #strip: StripState;
  #clips: readonly ClipPlan[] = [];
  #source: ClipSource | undefined;
  #former: ClipSource | undefined;
  /** Share of the present clips against the former ones. */
  readonly #turn = new Ramp(1);
  readonly #rise: Ramp;
  readonly #past = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)] as const;
  #align: DelayLine | undefined;
  #node = -1;

  /** @param fadesIn - sound runs already. */
  constructor(strip: StripState, fadesIn: boolean) {
    this.#strip = strip;
    this.#rise = new Ramp(fadesIn ? 0 : 1);
  }

  /** Takes over a plan's step. Allocates: between quanta only. @param first - nothing sounds yet. */
  adopt(step: SourceStep, audio: ReadonlyMap<string, Pcm>, first: boolean): void {
    if (step.delayFrames > 0) this.#align ??= new DelayLine(step.delayFrames, first ? undefined : "unknown");
    this.#align?.reserve(step.delayFrames);
    this.#align?.setDelay(step.delayFrames, !first);
    this.#node = step.input;
    if (this.#source && sameClips(step.clips, this.#clips)) return;
    this.#turnTo(new ClipSource(step.clips, audio), first);
    this.#clips = step.clips;
  }

  /** Audio came or went. Allocates: between quanta only. */
  refresh(audio: ReadonlyMap<string, Pcm>, changed: string): void {
    if (this.#clips.some((clip) => clip.audio === changed)) this.#turnTo(new ClipSource(this.#clips, audio), false);
  }

  #turnTo(source: ClipSource, first: boolean): void {
    this.#former = this.#source;
    this.#source = source;
    const turns = !first && this.#former !== undefined;
    this.#turn.jump(turns ? 0 : 1);
    this.#turn.aim(1, RAMP_FRAMES);
  }

  /** Fills the strip's buffer. */
  run(playhead: Playhead, inputs: Inputs): void {
    const { left, right } = this.#strip;
    const input = inputs[this.#node];
    const inLeft = input?.[0];
    if (this.#turn.left > 0) {
      left.fill(0);
      right.fill(0);
      this.#runTurning(playhead, left, right);
      if (inLeft) add(inLeft, input[1] ?? inLeft, left, right);
    } else {
      if (inLeft) {
        left.set(inLeft);
        right.set(input[1] ?? inLeft);
      } else {
        left.fill(0);
        right.fill(0);
      }
      this.#source?.run(playhead, left, right);
    }
    const rise = this.#rise;
    const align = this.#align;
    if (align) {
      align.write(left, right);
      align.read(left, right);
      // Faded in before there is something to hear, it would begin with a step.
      if (rise.value === 0 && !align.filled) {
        left.fill(0);
        right.fill(0);
        return;
      }
    }
    if (rise.value === 1) return;
    rise.aim(1, RAMP_FRAMES);
    for (let i = 0; i < QUANTUM; i++) {
      const gain = rise.next();
      left[i] = left[i]! * gain;
      right[i] = right[i]! * gain;
    }
  }

  /** The former clips give way to the present ones. */
  #runTurning(playhead: Playhead, left: Float32Array, right: Float32Array): void {
    const [pastLeft, pastRight] = this.#past;
    pastLeft.fill(0);
    pastRight.fill(0);
    this.#former?.run(playhead, pastLeft, pastRight);
    this.#source?.run(playhead, left, right);
    const turn = this.#turn;
    for (let i = 0; i < QUANTUM; i++) {
      const share = turn.next();
      left[i] = left[i]! * share + pastLeft[i]! * (1 - share);
      right[i] = right[i]! * share + pastRight[i]! * (1 - share);
    }
    if (turn.left === 0) this.#former = undefined;
  }
}

/** Whether two plans' clips are heard alike. */
function sameClips(a: readonly ClipPlan[], b: readonly ClipPlan[]): boolean {
  return a.length === b.length && a.every((clip, i) => {
    const other = b[i]!;
    return clip.audio === other.audio && clip.start === other.start && clip.offset === other.offset && clip.length === other.length && clip.gain === other.gain
      && clip.loopStart === other.loopStart && clip.loopEnd === other.loopEnd && sameFade(clip.fadeIn, other.fadeIn) && sameFade(clip.fadeOut, other.fadeOut);
  });
}

function sameFade(a: ClipPlan["fadeIn"], b: ClipPlan["fadeIn"]): boolean {
  return a?.frames === b?.frames && a?.shape === b?.shape;
}

/** @audioThread */
function add(fromLeft: Float32Array, fromRight: Float32Array, left: Float32Array, right: Float32Array): void {
  for (let i = 0; i < QUANTUM; i++) {
    left[i] = left[i]! + fromLeft[i]!;
    right[i] = right[i]! + fromRight[i]!;
  }
}
