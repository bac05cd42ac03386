import { CONTROL_COUNT } from "../shared/engine-memory.js";
import { LANE_GRID, type StripLane } from "../shared/lane-table.js";
import { QUANTUM } from "../shared/quantum.js";
import type { GainMatrix } from "./gain-matrix.js";
import { LaneFound, LaneReader } from "./lane-reader.js";
import { RAMP_FRAMES } from "./ramp.js";
import { Place, SongPlace } from "./song-place.js";

/** What a stage makes of its strip's controls: the gains of its matrix. */
export type Goals = (controls: Float32Array, into: Float64Array) => void;

const GAINS = 4;
/** Song frames at which the line under way began and ends; frames since its start; frames until it is left behind. */
const Numbers = { start: 0, end: 1, since: 2, left: 3 } as const;

/**
 * Moves the gains of a stage by its strip's lanes, in pieces of the quantum: each piece is part of one straight line
 * between two places in the song at which the lanes are evaluated. A gain comes from the line's start and the frames
 * since, so that it is the same wherever the line was joined. Where the song jumps, a hand lets go or the lanes are
 * others, the gains come back to the lanes within `RAMP_FRAMES` and a line. `@audioThread`
 */
export class LanePlayer {
  readonly #controls: Float32Array;
  readonly #goals: Goals;
  readonly #matrix: GainMatrix;
  readonly #place: SongPlace;
  #lanes: readonly StripLane[] = [];
  #readers: readonly LaneReader[] = [];
  /** Bits of the controls that a hand holds. */
  #held = 0;
  /** What the hand set, as last seen. */
  readonly #base = new Float32Array(CONTROL_COUNT);
  readonly #row = new Float32Array(CONTROL_COUNT);
  readonly #starts = new Float64Array(GAINS);
  readonly #ends = new Float64Array(GAINS);
  readonly #steps = new Float64Array(GAINS);
  readonly #numbers = new Float64Array(4);
  #restart = true;

  constructor(controls: Float32Array, timeline: ArrayBufferLike, matrix: GainMatrix, goals: Goals) {
    this.#controls = controls;
    this.#goals = goals;
    this.#matrix = matrix;
    this.#place = new SongPlace(timeline);
  }

  /** Whether any lane is there. */
  get active(): boolean {
    return this.#lanes.length > 0;
  }

  /** Takes lanes over. Allocates: between quanta only. @param delay - frames by which the stage hears the song late. */
  adopt(lanes: readonly StripLane[], delay: number): void {
    const same = lanes.length === this.#lanes.length && lanes.every((lane, i) => lane.table.id === this.#lanes[i]?.table.id);
    if (this.#place.setDelay(delay) || !same) this.#restart = true;
    if (same) return;
    this.#lanes = lanes;
    this.#readers = lanes.map(({ table }) => new LaneReader(table));
  }

  /** Puts a quantum through the gains, in place. @param held - bits of the controls that a hand holds. */
  run(quantum: number, held: number, left: Float32Array, right: Float32Array): void {
    const place = this.#place;
    const numbers = this.#numbers;
    const frame = quantum * QUANTUM;
    this.#see(held);
    for (let at = 0; at < QUANTUM; ) {
      place.moveTo(frame + at);
      const jumped = place.jumped || this.#restart;
      if (jumped || (place.moving && place.values[Place.song]! >= numbers[Numbers.end]!)) this.#startLine(jumped);
      this.#restart = false;
      this.#matrix.release();
      let end = Math.min(QUANTUM, place.values[Place.until]! - frame, at + numbers[Numbers.left]!);
      if (place.moving) end = Math.min(end, at + numbers[Numbers.end]! - place.values[Place.song]!);
      this.#apply(at, end | 0, left, right);
      at = end | 0;
    }
  }

  /** Looks at what the hand does. */
  #see(held: number): void {
    if (held !== this.#held) {
      this.#held = held;
      this.#restart = true;
    }
    const base = this.#base;
    for (let i = 0; i < CONTROL_COUNT; i++) {
      const value = this.#controls[i] || 0;
      if (base[i] === value) continue;
      base[i] = value;
      this.#restart = true;
    }
  }

  #apply(from: number, to: number, left: Float32Array, right: Float32Array): void {
    const starts = this.#starts;
    const steps = this.#steps;
    const numbers = this.#numbers;
    const { gains } = this.#matrix;
    let since = numbers[Numbers.since]!;
    for (let i = from; i < to; i++) {
      const l = left[i]!;
      const r = right[i]!;
      left[i] = l * (starts[0]! + steps[0]! * since) + r * (starts[1]! + steps[1]! * since);
      right[i] = l * (starts[2]! + steps[2]! * since) + r * (starts[3]! + steps[3]! * since);
      since += 1;
    }
    for (let i = 0; i < GAINS; i++) gains[i] = starts[i]! + steps[i]! * (since - 1);
    numbers[Numbers.since] = since;
    numbers[Numbers.left]! -= to - from;
    if (numbers[Numbers.left] === 0) this.#rest(this.#ends);
  }

  #startLine(jumped: boolean): void {
    const numbers = this.#numbers;
    const starts = this.#starts;
    const ends = this.#ends;
    const place = this.#place;
    const song = place.values[Place.song]!;
    const { fresh } = this.#matrix;
    this.#find(song);
    const start = numbers[Numbers.start]!;
    const end = numbers[Numbers.end]!;
    this.#evaluate(start, starts);
    this.#evaluate(end, ends);
    for (let i = 0; i < GAINS; i++) this.#steps[i] = starts[i] === ends[i] ? 0 : (ends[i]! - starts[i]!) / (end - start);
    // Where it rests for ever there is no start to count from.
    numbers[Numbers.since] = start === -Infinity ? 0 : song - start;
    numbers[Numbers.left] = Infinity;
    if (jumped && !fresh && !this.#meets()) this.#comeBack(song);
    else if (!place.moving) this.#stand();
  }

  /** Whether all gains are where the line is, or one of its steps away. */
  #meets(): boolean {
    const { gains } = this.#matrix;
    const since = this.#numbers[Numbers.since]!;
    for (let i = 0; i < GAINS; i++) {
      const step = this.#steps[i]!;
      if (Math.abs(gains[i]! - (this.#starts[i]! + step * since)) > Math.abs(step) * 1.5) return false;
    }
    return true;
  }

  /** Stays where the line is now. */
  #stand(): void {
    const since = this.#numbers[Numbers.since]!;
    for (let i = 0; i < GAINS; i++) this.#starts[i] = this.#starts[i]! + this.#steps[i]! * since;
    this.#steps.fill(0);
  }

  #rest(gains: Float64Array): void {
    this.#starts.set(gains);
    this.#steps.fill(0);
    this.#numbers[Numbers.left] = Infinity;
  }

  /** Goes straight from where the gains are to where the lanes are a little later, or stand. */
  #comeBack(song: number): void {
    const numbers = this.#numbers;
    let frames = RAMP_FRAMES;
    if (this.#place.moving) {
      const goal = song + RAMP_FRAMES;
      this.#find(goal);
      // On a long line the lanes rest: any place of it will do.
      const isLong = numbers[Numbers.end]! - numbers[Numbers.start]! > LANE_GRID;
      const end = numbers[Numbers.start] === goal || isLong ? goal : numbers[Numbers.end]!;
      this.#evaluate(end, this.#ends);
      numbers[Numbers.end] = end;
      frames = end - song;
    } else {
      this.#stand();
      this.#ends.set(this.#starts);
    }
    this.#starts.set(this.#matrix.gains);
    for (let i = 0; i < GAINS; i++) this.#steps[i] = (this.#ends[i]! - this.#starts[i]!) / frames;
    numbers[Numbers.since] = 1;
    numbers[Numbers.left] = frames;
  }

  /** The line on which all lanes are straight. */
  #find(song: number): void {
    let start = -Infinity;
    let end = Infinity;
    for (let i = 0; i < this.#readers.length; i++) {
      const reader = this.#readers[i]!;
      reader.find(song);
      start = Math.max(start, reader.found[LaneFound.start]!);
      end = Math.min(end, reader.found[LaneFound.end]!);
    }
    this.#numbers[Numbers.start] = start;
    this.#numbers[Numbers.end] = end;
  }

  #evaluate(song: number, into: Float64Array): void {
    const row = this.#row;
    row.set(this.#base);
    for (let i = 0; i < this.#readers.length; i++) {
      const reader = this.#readers[i]!;
      const control = this.#lanes[i]!.control;
      if ((this.#held & (1 << control)) !== 0) continue;
      reader.evaluate(song);
      row[control] = reader.found[LaneFound.value]!;
    }
    this.#goals(row, into);
  }
}
