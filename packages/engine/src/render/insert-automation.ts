import { fromTravel } from "@headroom/sdk";
import type { InsertLane } from "../shared/lane-table.js";
import { LaneFound, LaneReader } from "./lane-reader.js";
import { Place, SongPlace } from "./song-place.js";

/** What an insert's lanes move. @param frames - in which the value is reached on a straight line; 0: at once. */
export type Move = (target: number, value: number, frames: number) => void;

/** A lane that is played. */
class Voice {
  readonly reader: LaneReader;
  readonly lane: InsertLane;
  held = false;
  /**
   * Where its line goes, and the song frame at which it ends. No number: nowhere yet. In an array, because a number in a
   * field is made anew when it changes.
   */
  readonly numbers = new Float64Array([Number.NaN, -Infinity]);

  constructor(lane: InsertLane) {
    this.lane = lane;
    this.reader = new LaneReader(lane.table);
  }
}

/**
 * Plays an insert's lanes where the song is as the insert hears it. It follows the song by its timeline, so that the
 * samples are the same in the audio thread, in a worker that runs later, and in a bounce. `@audioThread`
 */
export class InsertAutomation {
  readonly #place: SongPlace | undefined;
  readonly #move: Move;
  #voices: readonly Voice[] = [];
  /** Engine frame at which the next line begins, or the song may jump. */
  readonly #next = new Float64Array([Infinity]);
  #fresh = true;

  /** @param timeline - where the song is; without one, nothing is played. */
  constructor(timeline: ArrayBufferLike | undefined, lanes: readonly InsertLane[], move: Move) {
    this.#place = timeline && new SongPlace(timeline);
    this.#move = move;
    this.#voices = lanes.map((lane) => new Voice(lane));
  }

  /** Engine frame at which a new block must begin; Infinity without lanes. */
  get nextFrame(): number {
    return this.#next[0]!;
  }

  /** Whether a lane, and no hand, moves a target. */
  moves(target: number): boolean {
    for (let i = 0; i < this.#voices.length; i++) if (this.#voices[i]!.lane.target === target) return !this.#voices[i]!.held;
    return false;
  }

  /** Takes other lanes; those that are the same go on. Allocates: between quanta only. @returns targets that no lane moves any more. */
  setLanes(lanes: readonly InsertLane[]): number[] {
    const before = this.#voices;
    this.#voices = lanes.map((lane) => {
      const known = before.find((voice) => voice.lane.target === lane.target);
      if (known?.lane.table.id === lane.table.id) return known;
      const voice = new Voice(lane);
      voice.held = known?.held ?? false;
      return voice;
    });
    return before.filter(({ lane }) => !lanes.some(({ target }) => target === lane.target)).map(({ lane }) => lane.target);
  }

  /** @param frames - from the sources to the insert's input. */
  setDelay(frames: number): void {
    this.#place?.setDelay(frames);
  }

  /** A hand takes a target, or lets it go. */
  hold(target: number, held: boolean): void {
    for (let i = 0; i < this.#voices.length; i++) {
      const voice = this.#voices[i]!;
      if (voice.lane.target !== target || voice.held === held) continue;
      voice.held = held;
      voice.numbers[0] = Number.NaN;
    }
  }

  /** Goes to an engine frame: what begins there is begun. */
  moveTo(frame: number): void {
    const place = this.#place;
    const next = this.#next;
    if (place === undefined || this.#voices.length === 0) {
      next[0] = Infinity;
      return;
    }
    place.moveTo(frame);
    const song = place.values[Place.song]!;
    let until = place.values[Place.until]!;
    for (let i = 0; i < this.#voices.length; i++) {
      const voice = this.#voices[i]!;
      if (voice.held) continue;
      const jumped = place.jumped || Number.isNaN(voice.numbers[0]!);
      if (jumped || (place.moving && song >= voice.numbers[1]!)) this.#startLine(voice, song, place.moving, jumped);
      if (place.moving) until = Math.min(until, frame + voice.numbers[1]! - song);
    }
    next[0] = until;
    this.#fresh = false;
  }

  #startLine(voice: Voice, song: number, moving: boolean, jumped: boolean): void {
    const { reader, numbers } = voice;
    const { found } = reader;
    const { target, rampFrames } = voice.lane;
    reader.find(song);
    reader.evaluate(song);
    const now = found[LaneFound.value]!;
    const end = found[LaneFound.end]!;
    if (jumped && now !== numbers[0]) {
      if (this.#fresh || rampFrames === 0 || !moving) {
        this.#move(target, this.#number(voice, now), this.#fresh ? 0 : rampFrames);
        numbers[0] = now;
      } else {
        this.#comeBack(voice, song);
        return;
      }
    }
    numbers[1] = end;
    if (!moving) return;
    // The lane steps here.
    if (numbers[0] !== now) this.#move(target, this.#number(voice, now), 0);
    numbers[0] = now;
    if (end === Infinity) return;
    reader.evaluate(end);
    const goal = found[LaneFound.value]!;
    numbers[0] = goal;
    if (goal !== now) this.#move(target, this.#number(voice, goal), end - song);
  }

  /** After a jump: straight to where the lane is at its first line's end that is far enough. */
  #comeBack(voice: Voice, song: number): void {
    const { reader, numbers } = voice;
    const { found } = reader;
    const goal = song + voice.lane.rampFrames;
    reader.find(goal);
    const end = found[LaneFound.start] === goal || found[LaneFound.end] === Infinity ? goal : found[LaneFound.end]!;
    reader.evaluate(end);
    numbers[0] = found[LaneFound.value]!;
    numbers[1] = end;
    this.#move(voice.lane.target, this.#number(voice, numbers[0]), end - song);
  }

  #number(voice: Voice, value: number): number {
    return voice.lane.spec ? fromTravel(voice.lane.spec, value) : value;
  }
}
