import type { TransportReader } from "@headroom/sdk";
import { Found, TimelineReader } from "../shared/timeline.js";

const SECONDS_A_MINUTE = 60;

/** The song's place as an insert hears it: later than the playhead by all latency before it. `@audioThread` */
export class InsertTransport implements TransportReader {
  readonly #timeline: TimelineReader;
  readonly #sampleRate: number;
  /** Song frame of the block, and the latency before the insert, in frames. */
  readonly #place = new Float64Array(2);

  constructor(timeline: ArrayBufferLike, sampleRate: number) {
    this.#timeline = new TimelineReader(timeline);
    this.#sampleRate = sampleRate;
  }

  get playing(): boolean {
    return this.#timeline.values[Found.playing] === 1;
  }

  get songFrame(): number {
    return this.#place[0] ?? 0;
  }

  get beat(): number {
    return ((this.#place[0] ?? 0) / this.#sampleRate) * ((this.#timeline.values[Found.bpm] ?? 0) / SECONDS_A_MINUTE);
  }

  get bpm(): number {
    return this.#timeline.values[Found.bpm] ?? 0;
  }

  /** @param frames - from the sources to the insert's input. */
  setDelay(frames: number): void {
    this.#place[1] = frames;
  }

  /** Goes to the block that begins at this engine frame. */
  moveTo(frame: number): void {
    const { values } = this.#timeline;
    const heard = frame - (this.#place[1] ?? 0);
    this.#timeline.find(heard);
    const since = values[Found.playing] === 1 ? heard - (values[Found.frame] ?? 0) : 0;
    this.#place[0] = Math.max(0, (values[Found.song] ?? 0) + since);
  }

  /** Engine frame at which a new block must begin: there the song starts, stops, jumps or changes its tempo. */
  get nextFrame(): number {
    return (this.#timeline.values[Found.next] ?? Infinity) + (this.#place[1] ?? 0);
  }
}
