import { fromTravel } from "@headroom/sdk";
import { LANE_GRID, type InsertLane } from "../shared/lane-table.js";
import { LaneFound, LaneReader } from "./lane-reader.js";
import { Place, SongPlace } from "./song-place.js";

/**
 * Takes what a lane says of a target: the value, and the frames in which it is reached on a straight line (0: at once;
 * below 0: as if it were set). The two are in an array, because a number that is given to a function may be put in a box.
 */
export type Move = (target: number, move: Float64Array) => void;

/** A lane that is played. */
class Voice {
  readonly reader: LaneReader;
  readonly lane: InsertLane;
  held = false;
  /** Whether its target is elsewhere, because a hand had it or nothing was played yet. */
  lost = true;
  /** Where its line goes, and the song frame at which it ends. In an array, because a number in a field is made anew when it changes. */
  readonly numbers = new Float64Array([0, -Infinity]);

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
  /** See {@link Move}. */
  readonly #given = new Float64Array(2);
  #voices: readonly Voice[] = [];
  /** Engine frame at which the next line begins, or the song may jump. */
  readonly #next = new Float64Array([Infinity]);
  #fresh = true;

  /** @param timeline - where the song is; without one, nothing is played. */
  constructor(timeline: ArrayBufferLike | undefined, lanes: readonly InsertLane[], move: Move) {
    this.#place = timeline && new SongPlace(timeline);
    this.#move = move;
    this.#voices = inOrder(lanes).map((lane) => new Voice(lane));
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
    this.#voices = inOrder(lanes).map((lane) => {
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
      voice.lost = true;
    }
  }

  /** Sets everything to what the lanes say at a song frame. */
  startAt(song: number): void {
    for (let i = 0; i < this.#voices.length; i++) {
      const voice = this.#voices[i]!;
      voice.reader.find(song);
      voice.reader.evaluate(song);
      this.#given[0] = voice.reader.found[LaneFound.value]!;
      this.#given[1] = 0;
      this.#give(voice);
    }
  }

  /** Goes to an engine frame: what begins there is begun. */
  moveTo(frame: number): void {
    const place = this.#place;
    const next = this.#next;
    if (place === undefined || this.#voices.length === 0) {
      next[0] = Infinity;
      // A lane that comes later finds its target elsewhere.
      this.#fresh = false;
      return;
    }
    place.moveTo(frame);
    const { values } = place;
    next[0] = values[Place.until]!;
    for (let i = 0; i < this.#voices.length; i++) {
      const voice = this.#voices[i]!;
      if (voice.held) continue;
      const jumped = place.jumped || voice.lost;
      const { numbers } = voice;
      if (jumped || (place.moving && values[Place.song]! >= numbers[1]!)) this.#startLine(voice, place, jumped);
      if (place.moving && frame + numbers[1]! - values[Place.song]! < next[0]) next[0] = frame + numbers[1]! - values[Place.song]!;
    }
    this.#fresh = false;
  }

  #startLine(voice: Voice, place: SongPlace, jumped: boolean): void {
    const { reader, numbers } = voice;
    const { found } = reader;
    const { rampFrames } = voice.lane;
    const song = place.values[Place.song]!;
    reader.find(song);
    reader.evaluate(song);
    const now = found[LaneFound.value]!;
    const end = found[LaneFound.end]!;
    const given = this.#given;
    if (jumped && (voice.lost || now !== numbers[0])) {
      voice.lost = false;
      if (!this.#fresh && rampFrames > 0 && place.moving) {
        this.#comeBack(voice, place);
        return;
      }
      given[0] = now;
      given[1] = this.#fresh ? 0 : rampFrames;
      this.#give(voice);
      numbers[0] = now;
    }
    numbers[1] = end;
    if (!place.moving) return;
    if (numbers[0] !== now) {
      // The lane steps here.
      given[0] = now;
      given[1] = -1;
      this.#give(voice);
      numbers[0] = now;
    }
    if (end === Infinity) return;
    reader.evaluate(end);
    const goal = found[LaneFound.value]!;
    numbers[0] = goal;
    if (goal === now) return;
    given[0] = goal;
    given[1] = end - song;
    this.#give(voice);
  }

  /** After a jump: straight to where the lane is at its first line's end that is far enough. */
  #comeBack(voice: Voice, place: SongPlace): void {
    const { reader, numbers } = voice;
    const { found } = reader;
    const given = this.#given;
    const song = place.values[Place.song]!;
    const goal = song + voice.lane.rampFrames;
    reader.find(goal);
    // On a long line the lane rests: any place of it will do.
    const isLong = found[LaneFound.end]! - found[LaneFound.start]! > LANE_GRID;
    const end = found[LaneFound.start] === goal || isLong ? goal : found[LaneFound.end]!;
    reader.evaluate(end);
    numbers[0] = found[LaneFound.value]!;
    numbers[1] = end;
    given[0] = numbers[0];
    given[1] = end - song;
    this.#give(voice);
  }

  #give(voice: Voice): void {
    const { spec, target } = voice.lane;
    const given = this.#given;
    if (spec) given[0] = fromTravel(spec, given[0]!);
    this.#move(target, given);
  }
}

/** Bypass before mix: both move one gain, and where they begin at one frame the mix's line is the one to go. */
function inOrder(lanes: readonly InsertLane[]): InsertLane[] {
  return lanes.toSorted((a, b) => b.target - a.target);
}
