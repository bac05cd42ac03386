import { Found, TimelineReader } from "../shared/timeline.js";

/** Places of {@link SongPlace.values}: song frame, and the engine frame until which the song goes on as it does there. */
export const Place = { song: 0, until: 1 } as const;

/** Where the song is as it is heard behind a latency. Before the engine's first frame it stands where it was at that. `@audioThread` */
export class SongPlace {
  readonly values = new Float64Array([0, Infinity]);
  moving = false;
  /** Whether the song did not go on here as it did: it jumped, started or stopped since the place before. */
  jumped = true;
  readonly #timeline: TimelineReader;
  /** The delay in frames, and the song frame and engine frame that would follow. */
  readonly #numbers = new Float64Array(3);

  constructor(timeline: ArrayBufferLike) {
    this.#timeline = new TimelineReader(timeline);
  }

  /** @param frames - from the sources to where it is heard. @returns whether that is another delay than before. */
  setDelay(frames: number): boolean {
    const before = this.#numbers[0];
    this.#numbers[0] = frames;
    return before !== frames;
  }

  /** Goes to an engine frame. */
  moveTo(frame: number): void {
    const numbers = this.#numbers;
    const delay = numbers[0]!;
    const heard = frame - delay;
    const record = this.#timeline.values;
    this.#timeline.find(Math.max(0, heard));
    const since = Math.max(0, record[Found.frame]!);
    const moving = record[Found.playing] === 1 && heard >= since;
    const song = record[Found.song]! + (moving ? heard - record[Found.frame]! : 0);
    const expected = numbers[1]! + (moving ? frame - numbers[2]! : 0);
    this.jumped = moving !== this.moving || song !== expected;
    this.moving = moving;
    numbers[1] = song;
    numbers[2] = frame;
    this.values[Place.song] = song;
    this.values[Place.until] = (heard < since ? since : record[Found.next]!) + delay;
  }
}
