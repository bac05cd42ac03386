import { EventQueue } from "../shared/event-queue.js";
import { QUANTUM } from "../shared/quantum.js";
import { allocateTimeline, TimelineWriter } from "../shared/timeline.js";
import { TransportTarget } from "../shared/transport.js";
import { EventBuffer } from "./event-buffer.js";

/** Frames over which the song fades where it stops, or starts elsewhere than at its beginning, so that nothing clicks. */
export const FADE_FRAMES = 256;
/** Shorter loops are not looped: they would be a tone, and a quantum could not hold their rounds. */
const LEAST_LOOP = QUANTUM * 2;
const MOST_PIECES = 32;
/** Stretches that fade out at a time; of more, the quietest breaks off. */
const MOST_LEFT = 8;

/**
 * Where the song is. Each quantum is cut into pieces that play one stretch of the song each, at commands, loop
 * ends and fades, exact to the frame. What is left behind by a stop or a move fades out in pieces of its own,
 * over what plays already. `@audioThread`
 */
export class Playhead {
  /** Pieces of the quantum last prepared; the arrays hold one entry a piece. Pieces may overlap: they add. */
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
  /** Quarter notes a minute. */
  bpm = 120;
  #loopStart = 0;
  #loopEnd = 0;
  /** Frames of the fade-in still to come. */
  #fadeIn = 0;
  /** Frame of the quantum being prepared that has been reached. */
  #at = 0;
  /** What fades out: where it is, how loud, how long still. One entry a stretch left behind. */
  readonly #leftPosition = new Float64Array(MOST_LEFT);
  readonly #leftGain = new Float64Array(MOST_LEFT);
  readonly #leftFrames = new Int32Array(MOST_LEFT);
  /** The renderer's own, and those of inserts. */
  readonly #own = new TimelineWriter(allocateTimeline(false));
  #timelines: readonly TimelineWriter[] = [this.#own];
  #isTold = true;
  readonly #queue: EventQueue | undefined;
  readonly #commands = new EventBuffer();

  constructor(commands?: ArrayBufferLike) {
    this.#queue = commands === undefined ? undefined : new EventQueue(commands);
    this.#own.add(0, 0, false, this.bpm);
  }

  /** Where the song is over time, for who hears it later than the playhead. */
  get timeline(): ArrayBufferLike {
    return this.#own.memory;
  }

  /** Works out what the quantum that starts at `frame` plays. */
  prepare(frame: number): void {
    this.pieces = 0;
    const commands = this.#commands;
    if (this.#queue) commands.fill(this.#queue);
    for (let left = 0; left < MOST_LEFT; left++) this.#fadeOut(left, 0);
    let at = 0;
    if (!this.#isTold) this.#tell(frame);
    while (at < QUANTUM) {
      this.#at = at;
      while (commands.nextFrame <= frame + at) {
        this.#obey(commands.target, commands.value);
        commands.shift();
        this.#tell(frame + at);
      }
      const end = Math.min(QUANTUM, commands.nextFrame - frame);
      if (this.playing) this.#play(frame, at, end);
      at = end;
    }
  }

  /** Plays from a song frame at once. */
  start(songFrame: number): void {
    this.position = songFrame;
    this.playing = true;
    // A song heard from its beginning keeps its first attack.
    this.#fadeIn = songFrame === 0 ? 0 : FADE_FRAMES;
    this.#isTold = false;
  }

  /**
   * Tells these, from now on, where the song is. Those that are new hear it at once. Allocates: between quanta only.
   * @param frame - engine frame of the next quantum.
   */
  follow(timelines: readonly ArrayBufferLike[], frame: number): void {
    const before = this.#timelines;
    const writers = timelines.map((memory) => {
      const known = before.find((writer) => writer.memory === memory);
      if (known) return known;
      const writer = new TimelineWriter(memory);
      writer.add(frame, this.position, this.playing, this.bpm);
      return writer;
    });
    this.#timelines = [this.#own, ...writers];
  }

  #tell(frame: number): void {
    this.#isTold = true;
    for (let i = 0; i < this.#timelines.length; i++) this.#timelines[i]?.add(frame, this.position, this.playing, this.bpm);
  }

  #play(frame: number, from: number, end: number): void {
    let at = from;
    while (at < end) {
      let length = end - at;
      const looping = this.#loopEnd - this.#loopStart >= LEAST_LOOP && this.position < this.#loopEnd;
      if (looping) length = Math.min(length, this.#loopEnd - this.position);
      if (this.#fadeIn > 0) length = Math.min(length, this.#fadeIn);
      this.#add(at, length, this.position, this.#gain, this.#fadeIn > 0 ? 1 / FADE_FRAMES : 0);
      if (this.#fadeIn > 0) this.#fadeIn -= length;
      this.position += length;
      at += length;
      if (looping && this.position >= this.#loopEnd) {
        this.position = this.#loopStart;
        this.#tell(frame + at);
      }
    }
  }

  get #gain(): number {
    return 1 - this.#fadeIn / FADE_FRAMES;
  }

  /** Adds what a stretch left behind still plays from a frame of this quantum to its end. */
  #fadeOut(left: number, at: number): void {
    const frames = this.#leftFrames[left] ?? 0;
    if (frames === 0) return;
    const gain = this.#leftGain[left] ?? 0;
    const position = this.#leftPosition[left] ?? 0;
    const length = Math.min(QUANTUM - at, frames);
    const slope = -gain / frames;
    this.#add(at, length, position, gain, slope);
    this.#leftPosition[left] = position + length;
    this.#leftGain[left] = gain + slope * length;
    this.#leftFrames[left] = frames - length;
  }

  #add(offset: number, length: number, song: number, gain: number, slope: number): void {
    if (this.pieces === MOST_PIECES) return;
    const i = this.pieces++;
    this.offset[i] = offset;
    this.length[i] = length;
    this.song[i] = song;
    this.gain[i] = gain;
    this.slope[i] = slope;
  }

  /** What plays now goes on fading out. */
  #leave(): void {
    if (!this.playing) return;
    this.playing = false;
    const gain = this.#gain;
    if (gain === 0) return;
    const left = this.#quietestLeft();
    this.#leftPosition[left] = this.position;
    this.#leftGain[left] = gain;
    this.#leftFrames[left] = FADE_FRAMES;
    this.#fadeOut(left, this.#at);
  }

  #quietestLeft(): number {
    let quietest = 0;
    for (let left = 0; left < MOST_LEFT; left++) {
      if (this.#leftFrames[left] === 0) return left;
      if ((this.#leftGain[left] ?? 0) < (this.#leftGain[quietest] ?? 0)) quietest = left;
    }
    return quietest;
  }

  #obey(target: number, value: number): void {
    switch (target) {
      case TransportTarget.play:
        if (this.playing && value < 0) return;
        this.#leave();
        this.start(value >= 0 ? value : this.position);
        return;
      case TransportTarget.pause:
        this.#leave();
        return;
      case TransportTarget.seek:
        if (this.playing) {
          this.#leave();
          this.start(value);
        } else {
          this.position = value;
        }
        return;
      case TransportTarget.loopStart:
        this.#loopStart = value;
        return;
      case TransportTarget.loopEnd:
        this.#loopEnd = value;
        return;
      case TransportTarget.tempo:
        this.bpm = value;
        return;
    }
  }
}
