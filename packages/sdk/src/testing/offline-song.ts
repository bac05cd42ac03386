import type { TransportReader } from "../plugin/extensions.js";

/** A song for tests of effects in time with it: it plays from the first frame, at one tempo. */
export interface OfflineSong {
  /** Quarter notes a minute. */
  readonly bpm: number;
  /** Place in the song of the first frame, in frames. Default 0. */
  readonly startFrame?: number;
  /** `false` for a song that stands at its start. Default true. */
  readonly playing?: boolean;
}

/** What a plugin is told of an {@link OfflineSong}. `@audioThread` after construction. */
export class OfflineTransport implements TransportReader {
  readonly playing: boolean;
  readonly bpm: number;
  songFrame: number;
  beat: number;
  readonly #start: number;
  readonly #beatsAFrame: number;

  constructor({ bpm, startFrame = 0, playing = true }: OfflineSong, sampleRate: number) {
    this.playing = playing;
    this.bpm = bpm;
    this.#start = startFrame;
    this.#beatsAFrame = bpm / 60 / sampleRate;
    this.songFrame = startFrame;
    this.beat = startFrame * this.#beatsAFrame;
  }

  /** Takes the place of a block. @param position - stream frame that it begins at. */
  moveTo(position: number): void {
    this.songFrame = this.#start + (this.playing ? position : 0);
    this.beat = this.songFrame * this.#beatsAFrame;
  }
}
