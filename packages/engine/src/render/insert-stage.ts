import { ClockWord } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { ChainTap } from "./chain-tap.js";
import { DelayLine } from "./delay-line.js";
import type { InsertRunner } from "./insert-runner.js";
import { isAudio } from "./is-audio.js";
import { Ramp, RAMP_FRAMES } from "./ramp.js";
import type { Await, Segment } from "./segment.js";
import { StandInLevel } from "./stand-in-level.js";
import type { StripState } from "./strip-state.js";

/** Good quanta in a row before a segment that failed is heard again. */
const QUANTA_TO_TRUST = 8;

/** An insert that runs here, and what it hears as its sidechain. */
export interface InlineStep {
  readonly runner: InsertRunner;
  readonly heard: readonly Float32Array[] | undefined;
}

/**
 * The insert slots of a strip: nothing, inserts run here, or a segment of isolated ones. For a segment that is
 * late, dead or poisonous the dry signal of the same frames stands in, at the level the segment had lately.
 * `@audioThread`
 */
export class InsertStage {
  readonly #strip: StripState;
  readonly #clock: Int32Array;
  /** The stage's input, kept so that dry sound is at hand with any delay. */
  readonly #history: DelayLine;
  /** Whether the history takes in what comes: without inserts and delay it is not needed until a plan comes that has them. */
  #records = true;
  readonly #dry = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)] as const;
  readonly #spare = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)] as const;
  #runners: readonly InlineStep[] = [];
  #segment: Segment | undefined;
  #former: Segment | undefined;
  /** The chain that is to take this one's place, and the one whose place it took. */
  #heir: ChainTap | undefined;
  #leaver: ChainTap | undefined;
  /** Quanta of the hop before, for the crossfade to a new one; 0 for none. */
  #jumpFrom = 0;
  #good = QUANTA_TO_TRUST;
  #wet = 0;
  #heard = false;
  readonly #standIn = new StandInLevel();
  readonly #dryGain = new Ramp(1);
  #lastLeft = 0;
  #lastRight = 0;

  /** @param runs - whether the strip sounds already, so that its past is not known. */
  constructor(strip: StripState, clock: Int32Array, runs = false) {
    this.#strip = strip;
    this.#history = new DelayLine(4096, runs ? "unknown" : undefined);
    this.#clock = clock;
  }

  /** Takes over a plan's inserts. Allocates: between quanta only. @param delay - of the dry signal, in frames. */
  adopt(runners: readonly InlineStep[], segment: Segment | undefined, delay: number, crossfade: boolean): void {
    const heir = this.#heir;
    this.#heir = undefined;
    if (heir?.is(runners, segment) === true) this.#takeOver();
    else heir?.segment?.release();
    this.#runners = runners;
    if (heir?.is(runners, segment) === true) {
      this.#segment = segment;
    } else if (segment !== this.#segment) {
      this.#segment?.release();
      this.#former = segment && this.#segment;
      if (this.#former && this.#former.hopQuanta !== segment?.hopQuanta) this.#jumpFrom = this.#former.hopQuanta;
      // Inserts that leave fade to dry first; only where dry stood in for them did it have a level of its own.
      this.#dryGain.jump(this.#wet === 1 ? 1 : this.#standIn.values[0]!);
      this.#dryGain.aim(1, RAMP_FRAMES);
      if (!this.#former) this.#restart();
      this.#segment = segment;
    }
    this.#history.reserve(delay);
    this.#history.setDelay(delay, crossfade);
    this.#records = !(this.passes && this.#history.settled);
  }

  /** From now on another chain hears what this one does; the plan after this one may put it in its place. Between quanta only. */
  expectHeir(heir: ChainTap | undefined): void {
    this.#heir = heir;
  }

  get heir(): ChainTap | undefined {
    return this.#heir;
  }

  /** The heir is next: its output is there, so that the sound goes over to it and never through the dry signal. */
  #takeOver(): void {
    this.#leaver = new ChainTap(this.#runners, this.#segment);
    this.#former = undefined;
    this.#jumpFrom = 0;
    this.#dryGain.jump(1);
    this.#good = QUANTA_TO_TRUST;
    this.#wet = 1;
    this.#lastLeft = this.#strip.left[QUANTUM - 1] ?? 0;
    this.#lastRight = this.#strip.right[QUANTUM - 1] ?? 0;
  }

  /** A plan is on its way that delays the dry signal by so much. Allocates: between quanta only. */
  expect(delay: number): void {
    this.#history.reserve(delay);
    if (!this.#records) this.#history.forget();
    this.#records = true;
  }

  get segment(): Segment | undefined {
    return this.#segment;
  }

  /** Whether what came out last is what went in. */
  get passes(): boolean {
    return this.#segment === undefined && this.#runners.length === 0 && this.#leaver === undefined && this.#history.passes && this.#dryGain.left === 0;
  }

  /** Takes in a quantum without doing anything, so that its past is known later. */
  listen(): void {
    this.#history.write(this.#strip.left, this.#strip.right);
  }

  /** @param wait - given where the renderer may wait for workers. @returns `false` when one never came. */
  run(quantum: number, wait: Await | undefined): boolean {
    if (!this.#records) return true;
    if (this.#heir === undefined && this.#leaver === undefined) return this.#runChain(quantum, wait);
    const { left, right } = this.#strip;
    if (this.#heir) this.#heir.feed(quantum, left, right);
    if (this.#leaver) this.#leaver.feed(quantum, left, right);
    const came = this.#runChain(quantum, wait);
    if (this.#leaver && !this.#leaver.fadeTo(quantum, left, right)) {
      if (this.#leaver.segment) this.#leaver.segment.release();
      this.#leaver = undefined;
    }
    return came;
  }

  #runChain(quantum: number, wait: Await | undefined): boolean {
    const { left, right } = this.#strip;
    const [dryLeft, dryRight] = this.#dry;
    const segment = this.#segment;
    if (segment && wait) {
      segment.send(quantum, left, right);
      return this.#receive(quantum, segment, wait);
    }
    this.#history.write(left, right);
    if (segment) {
      segment.send(quantum, left, right);
      this.#history.read(dryLeft, dryRight);
      return this.#receive(quantum, segment, wait);
    }
    if (this.#runners.length > 0) this.#runInline(quantum);
    else this.#passDry();
    return true;
  }

  /** No insert is at work. After a segment that was quieter than its input, unity is reached slowly. */
  #passDry(): void {
    const { left, right } = this.#strip;
    if (!this.#history.passes) this.#history.read(left, right);
    const gain = this.#dryGain;
    if (gain.left === 0) return;
    for (let i = 0; i < QUANTUM; i++) {
      const g = gain.next();
      left[i] = (left[i] ?? 0) * g;
      right[i] = (right[i] ?? 0) * g;
    }
  }

  #runInline(quantum: number): void {
    const { left, right } = this.#strip;
    const spare = this.#spare;
    for (let i = 0; i < this.#runners.length; i++) {
      this.#dry[0].set(left);
      this.#dry[1].set(right);
      const step = this.#runners[i];
      step?.runner.process(quantum, this.#dry, spare, step.heard);
      left.set(spare[0]);
      right.set(spare[1]);
    }
  }

  #receive(quantum: number, segment: Segment, wait: Await | undefined): boolean {
    const wanted = quantum - segment.hopQuanta;
    const before = wanted < segment.firstQuantum;
    const from = before ? this.#former : segment;
    if (!before) this.#former = undefined;
    if (wait) return this.#receiveOffline(before, wanted, segment, wait);

    // A copy of our own first: what is shared may change between being checked and being heard.
    const [wetLeft, wetRight] = this.#spare;
    let there = from?.has(wanted) === true && from.copy(wanted, wetLeft, wetRight);
    if (there && !(isAudio(wetLeft) && isAudio(wetRight))) {
      there = false;
      Atomics.add(this.#clock, ClockWord.faults, 1);
    }
    if (!there) {
      this.#standInAlone(from !== undefined);
      return true;
    }
    this.#good = Math.min(QUANTA_TO_TRUST, this.#good + 1);
    this.#noteSlack(segment, from, wanted);
    // A quantum early: once the next one fails to come there is nothing left to fade out with.
    const next = (from?.has(wanted + 1) ?? false) || segment.has(wanted + 1);
    this.#mix(wetLeft, wetRight, next && this.#good >= QUANTA_TO_TRUST ? 1 : 0);
    if (!next) this.#good = 0;
    if (this.#jumpFrom > 0) this.#jump(quantum);
    return true;
  }

  /** Offline nothing is late: what comes is taken as it is, and before it there is silence. */
  #receiveOffline(before: boolean, wanted: number, segment: Segment, wait: Await): boolean {
    const { left, right } = this.#strip;
    if (before) {
      left.fill(0);
      right.fill(0);
      return true;
    }
    if (!segment.has(wanted) && !segment.await(wanted, wait)) return false;
    const slot = segment.slot(wanted);
    if (slot[0]) left.set(slot[0]);
    if (slot[1]) right.set(slot[1]);
    return true;
  }

  /** Crossfades to the wet share wanted within this quantum. */
  #mix(wetLeft: Float32Array, wetRight: Float32Array, target: number): void {
    const { left, right } = this.#strip;
    const [dryLeft, dryRight] = this.#dry;
    if (this.#wet === 1 && target === 1) {
      this.#standIn.follow(wetLeft, wetRight, dryLeft, dryRight);
      left.set(wetLeft);
      right.set(wetRight);
      this.#heard = true;
    } else {
      const gain = this.#standIn.values[0]!;
      const step = (target - this.#wet) / QUANTUM;
      let wet = this.#wet;
      for (let i = 0; i < QUANTUM; i++) {
        wet += step;
        left[i] = (wetLeft[i] ?? 0) * wet + (dryLeft[i] ?? 0) * gain * (1 - wet);
        right[i] = (wetRight[i] ?? 0) * wet + (dryRight[i] ?? 0) * gain * (1 - wet);
      }
      this.#wet = target;
      if (target === 0) this.#countDropout();
    }
    this.#lastLeft = left[QUANTUM - 1] ?? 0;
    this.#lastRight = right[QUANTUM - 1] ?? 0;
  }

  /** Nothing came: dry alone; where wet broke off without warning, the step is spread over the quantum. */
  #standInAlone(isFault: boolean): void {
    const { left, right } = this.#strip;
    const [dryLeft, dryRight] = this.#dry;
    const gain = this.#standIn.values[0]!;
    const stepLeft = this.#wet > 0 ? this.#lastLeft - (dryLeft[0] ?? 0) * gain : 0;
    const stepRight = this.#wet > 0 ? this.#lastRight - (dryRight[0] ?? 0) * gain : 0;
    for (let i = 0; i < QUANTUM; i++) {
      const rest = 1 - i / QUANTUM;
      left[i] = (dryLeft[i] ?? 0) * gain + stepLeft * rest;
      right[i] = (dryRight[i] ?? 0) * gain + stepRight * rest;
    }
    this.#lastLeft = left[QUANTUM - 1] ?? 0;
    this.#lastRight = right[QUANTUM - 1] ?? 0;
    this.#wet = 0;
    if (!isFault) return;
    this.#good = 0;
    this.#countDropout();
  }

  /** The hop changed: goes over from where the song was a moment ago to where it is now. */
  #jump(quantum: number): void {
    const before = quantum - this.#jumpFrom;
    this.#jumpFrom = 0;
    if (!this.#former?.has(before)) return;
    const slot = this.#former.slot(before);
    const { left, right } = this.#strip;
    for (let i = 0; i < QUANTUM; i++) {
      const now = i / QUANTUM;
      left[i] = (left[i] ?? 0) * now + (slot[0]?.[i] ?? 0) * (1 - now);
      right[i] = (right[i] ?? 0) * now + (slot[1]?.[i] ?? 0) * (1 - now);
    }
  }

  #countDropout(): void {
    if (!this.#heard || Atomics.load(this.#clock, ClockWord.playing) !== 1) return;
    Atomics.add(this.#clock, ClockWord.dropouts, 1);
    this.#strip.countDropout();
  }

  #noteSlack(segment: Segment, from: Segment | undefined, wanted: number): void {
    if (from !== segment || this.#wet !== 1) return;
    const ahead = segment.ahead(wanted);
    if (ahead < Atomics.load(this.#clock, ClockWord.slack)) Atomics.store(this.#clock, ClockWord.slack, ahead);
  }

  #restart(): void {
    this.#wet = 0;
    // The first sound of a chain needs no proof: nothing has failed yet.
    this.#good = QUANTA_TO_TRUST;
    this.#heard = false;
    this.#standIn.restart();
  }
}
