import { EventQueue } from "../shared/event-queue.js";
import { QUANTUM } from "../shared/quantum.js";
import { TransportTarget } from "../shared/transport.js";

/** Frames over which the song fades when it stops, or starts elsewhere than at its beginning, so that nothing clicks. */
const FADE_FRAMES = 256;
/** Shorter loops are not looped: they would be a tone, and a quantum could not hold their rounds. */
const LEAST_LOOP = QUANTUM * 2;
const MOST_PIECES = 16;

/**
 * Where the song is. Each quantum is cut into pieces that play one stretch of the song each, at commands, loop
 * ends and fades, exact to the frame. `@audioThread`
 */
export class Playhead {
  /** Pieces of the quantum last prepared; the arrays hold one entry a piece. */
  pieces = 0;
  readonly offset = new Int32Array(MOST_PIECES);
  readonly length = new Int32Array(MOST_PIECES);
  /** Song frame at the piece's start. */
  readonly song = new Float64Array(MOST_PIECES);
  /** Gain at the piece's start and for each further frame. */
  readonly gain = new Float64Array(MOST_PIECES);
  readonly slope = new Float64Array(MOST_PIECES);

  /** Song frame at which the next quantum starts. */
  position = 0;
  playing = false;
  #loopStart = 0;
  #loopEnd = 0;
  #gain = 0;
  #slope = 0;
  #moveTo = -1;
  #heldTarget = -1;
  #heldFrame = 0;
  #heldValue = 0;
  readonly #queue: EventQueue | undefined;

  constructor(commands?: ArrayBufferLike) {
    this.#queue = commands === undefined ? undefined : new EventQueue(commands);
  }

  /** Works out what the quantum that starts at `frame` plays. */
  prepare(frame: number): void {
    this.pieces = 0;
    let at = 0;
    while (at < QUANTUM) {
      this.#obeyUntil(frame + at);
      let length = QUANTUM - at;
      if (this.#heldTarget >= 0) length = Math.min(length, Math.max(1, this.#heldFrame - (frame + at)));
      if (this.playing) length = this.#piece(at, length);
      at += length;
    }
  }

  /** Plays from a song frame at once, for renders that start playing. */
  start(songFrame: number): void {
    this.position = songFrame;
    this.playing = true;
    this.#fadeIn();
  }

  #piece(at: number, most: number): number {
    let length = most;
    const looping = this.#loopEnd - this.#loopStart >= LEAST_LOOP && this.position < this.#loopEnd;
    if (looping) length = Math.min(length, this.#loopEnd - this.position);
    if (this.#slope !== 0) {
      const target = this.#slope > 0 ? 1 : 0;
      length = Math.min(length, Math.max(1, Math.round((target - this.#gain) / this.#slope)));
    }
    if (this.pieces < MOST_PIECES) {
      const i = this.pieces++;
      this.offset[i] = at;
      this.length[i] = length;
      this.song[i] = this.position;
      this.gain[i] = this.#gain;
      this.slope[i] = this.#slope;
    }
    this.position += length;
    if (looping && this.position >= this.#loopEnd) this.position = this.#loopStart;
    if (this.#slope !== 0) this.#advanceFade(length);
    return length;
  }

  #advanceFade(length: number): void {
    this.#gain += this.#slope * length;
    if (this.#slope > 0 && this.#gain >= 1 - 1e-9) {
      this.#gain = 1;
      this.#slope = 0;
    } else if (this.#slope < 0 && this.#gain <= 1e-9) {
      this.#gain = 0;
      this.#slope = 0;
      this.#arrive();
    }
  }

  /** The fade-out is over: stop, or go on elsewhere. */
  #arrive(): void {
    if (this.#moveTo >= 0) {
      this.position = this.#moveTo;
      this.#moveTo = -1;
      if (this.#resume) {
        this.#fadeIn();
        return;
      }
    }
    this.playing = false;
  }

  #resume = false;

  #fadeIn(): void {
    // A song heard from its beginning keeps its first attack.
    this.#gain = this.position === 0 ? 1 : 0;
    this.#slope = this.position === 0 ? 0 : 1 / FADE_FRAMES;
  }

  #fadeOut(moveTo: number, resume: boolean): void {
    this.#moveTo = moveTo;
    this.#resume = resume;
    if (this.#gain === 0) this.#arrive();
    else this.#slope = -1 / FADE_FRAMES;
  }

  /** Carries out all commands up to and including `frame`; the first later one is held. */
  #obeyUntil(frame: number): void {
    for (;;) {
      if (this.#heldTarget < 0) {
        const queue = this.#queue;
        if (queue === undefined || !queue.take()) return;
        this.#heldTarget = queue.target;
        this.#heldFrame = queue.frame;
        this.#heldValue = queue.value;
      }
      if (this.#heldFrame > frame) return;
      this.#obey(this.#heldTarget, this.#heldValue);
      this.#heldTarget = -1;
    }
  }

  #obey(target: number, value: number): void {
    switch (target) {
      case TransportTarget.play:
        if (this.playing && this.#slope >= 0) {
          if (value >= 0) this.#fadeOut(value, true);
        } else if (this.playing) {
          // Stopping still: turn round once the fade is over.
          this.#moveTo = value >= 0 ? value : this.position;
          this.#resume = true;
        } else {
          this.start(value >= 0 ? value : this.position);
        }
        return;
      case TransportTarget.pause:
        if (this.playing) this.#fadeOut(-1, false);
        return;
      case TransportTarget.seek:
        if (!this.playing) this.position = value;
        else this.#fadeOut(value, this.#slope >= 0 || this.#resume);
        return;
      case TransportTarget.loopStart:
        this.#loopStart = value;
        return;
      case TransportTarget.loopEnd:
        this.#loopEnd = value;
        return;
    }
  }
}
