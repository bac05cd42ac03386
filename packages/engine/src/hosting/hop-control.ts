import { ClockWord, SLACK_UNKNOWN } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";

const LEAST_HOP = 1024;
export const MOST_HOP = 8192;
/** Above each of these numbers of workers a core, waking them all takes long enough to ask for twice the time. */
const WORKERS_A_CORE = [4, 16] as const;
/** Quanta of slack at which the hop is raised before it drops out. */
const LEAST_SLACK = 1;
/** Time between two raises. */
const HOLD_MS = 2000;
/** One late moment may be a collector or another program; two within this time are a habit. */
const HABIT_MS = 5000;

/**
 * The hop a segment starts with: at least two bursts of the output, since a burst is rendered at a stroke.
 * @param burstFrames - frames that the device takes at a time.
 * @returns frames, a power of two.
 */
export function startingHop(burstFrames: number, workers: number, cores: number): number {
  const burst = 2 ** Math.ceil(Math.log2(Math.max(1, 2 * burstFrames)));
  const hop = Math.max(LEAST_HOP, burst) * 2 ** WORKERS_A_CORE.filter((many) => workers > many * cores).length;
  return Math.min(MOST_HOP, hop);
}

/**
 * Finds the hop: starts from the device's burst, and doubles it when workers are late, or nearly, more than once. It never goes
 * down by itself: a change is heard as a small jump in time. `@mainThread`
 */
export class HopControl {
  readonly #clock: Int32Array;
  readonly #start: (workers: number) => number;
  #auto: boolean;
  #hop: number;
  #floor = 0;
  #dropouts = 0;
  #heldUntil = 0;
  #troubleAt = -Infinity;

  constructor(clock: Int32Array, setting: number | "auto", start: (workers: number) => number) {
    this.#clock = clock;
    this.#start = start;
    this.#auto = setting === "auto";
    this.#hop = setting === "auto" ? start(0) : validHop(setting);
    Atomics.store(clock, ClockWord.slack, SLACK_UNKNOWN);
  }

  get hop(): number {
    return this.#hop;
  }

  get setting(): number | "auto" {
    return this.#auto ? "auto" : this.#hop;
  }

  set(setting: number | "auto", workers: number): void {
    this.#auto = setting === "auto";
    this.#floor = 0;
    this.#hop = setting === "auto" ? this.#start(workers) : validHop(setting);
  }

  /** The number of workers changed. @returns whether the hop did. */
  expect(workers: number): boolean {
    return this.#raiseTo(Math.max(this.#start(workers), this.#floor));
  }

  /** Looks at what the audio thread saw. `excused`: lateness now has another cause. @returns whether the hop changed. */
  observe(now: number, excused: boolean): boolean {
    const { slack, dropped } = this.#look();
    if (!this.#auto || excused || now < this.#heldUntil) return false;
    if (!dropped && slack > LEAST_SLACK) return false;
    const before = this.#troubleAt;
    this.#troubleAt = now;
    if (now - before > HABIT_MS) return false;
    this.#troubleAt = -Infinity;
    this.#heldUntil = now + HOLD_MS;
    this.#floor = Math.min(MOST_HOP, this.#hop * 2);
    return this.#raiseTo(this.#floor);
  }

  /** A plugin failed: what was late until now was its doing, and a longer hop would not have helped. */
  pardon(): void {
    this.#look();
    this.#troubleAt = -Infinity;
  }

  /** What the audio thread saw since the last look. */
  #look(): { readonly slack: number; readonly dropped: boolean } {
    const slack = Atomics.exchange(this.#clock, ClockWord.slack, SLACK_UNKNOWN);
    const dropouts = Atomics.load(this.#clock, ClockWord.dropouts);
    const dropped = dropouts !== this.#dropouts;
    this.#dropouts = dropouts;
    return { slack, dropped };
  }

  #raiseTo(hop: number): boolean {
    if (!this.#auto || hop <= this.#hop) return false;
    this.#hop = hop;
    return true;
  }
}

function validHop(hop: number): number {
  if (!Number.isInteger(hop / QUANTUM) || hop < QUANTUM || hop > MOST_HOP) {
    throw new RangeError(`The hop is ${hop} frames; it must be a multiple of ${QUANTUM} from ${QUANTUM} to ${MOST_HOP}, or "auto".`);
  }
  return hop;
}
