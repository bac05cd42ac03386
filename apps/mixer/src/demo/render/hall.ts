import { SAMPLE_RATE, SONG_FRAMES } from "../composition/timeline.js";
import type { StereoAudio } from "./offline-stage.js";
import type { Pacing } from "./pacing.js";

/** A large room. */
export interface Hall {
  /** Time in which the sound falls by 60 dB, in seconds. */
  readonly decaySeconds: number;
  /** Above it the sound dies sooner, in Hz. */
  readonly dampingHz: number;
  /** Level of the hall beside the dry sound, as a gain. */
  readonly wet: number;
}

/** Lengths of the delay lines in frames: primes, so that no two echo together. Even lines are the left's. */
const LINES = [1439, 1693, 1949, 2203, 2503, 2851, 3253, 3697] as const;
/** Frames worked out between two pauses. */
const BLOCK = 32_768;

/**
 * Adds a hall to a whole stem, in place; what rings beyond the song's end sounds at its start.
 * A feedback delay network with a Householder matrix (J.-M. Jot and A. Chaigne, "Digital delay networks for
 * designing artificial reverberators", 90th AES Convention, 1991). Web Audio's convolver needs ten times as long,
 * and its loops of delays depend on the order in which Chromium happens to visit them.
 */
export async function addHall(song: StereoAudio, hall: Hall, pacing: Pacing): Promise<void> {
  const network = new DelayNetwork(hall);
  const [left, right] = [song[0].slice(), song[1].slice()];
  const end = SONG_FRAMES + Math.ceil(hall.decaySeconds * SAMPLE_RATE);
  for (let from = 0; from < end; from += BLOCK) {
    network.add(left, right, song, from, Math.min(end, from + BLOCK));
    await pacing.breathe();
  }
}

class DelayNetwork {
  readonly #lines = LINES.map((length) => new Float64Array(length));
  readonly #gains = new Float64Array(LINES.length);
  readonly #damped = new Float64Array(LINES.length);
  readonly #damping: number;
  readonly #wet: number;

  constructor(hall: Hall) {
    LINES.forEach((length, line) => (this.#gains[line] = 10 ** ((-3 * length) / (hall.decaySeconds * SAMPLE_RATE))));
    this.#damping = 1 - Math.exp((-2 * Math.PI * hall.dampingHz) / SAMPLE_RATE);
    this.#wet = hall.wet;
  }

  /** Feeds frames from…to of the dry sound, silent from its end on, and adds the hall to the song, wrapped. */
  add(left: Float32Array, right: Float32Array, [outLeft, outRight]: StereoAudio, from: number, to: number): void {
    const lines = this.#lines;
    const gains = this.#gains;
    const damped = this.#damped;
    const damping = this.#damping;
    const wet = this.#wet;
    const count = lines.length;
    for (let frame = from; frame < to; frame++) {
      let sum = 0;
      for (let line = 0; line < count; line++) {
        const memory = lines[line] as Float64Array;
        const echo = memory[frame % memory.length] as number;
        const last = damped[line] as number;
        sum += damped[line] = last + damping * (echo - last);
      }
      const shared = (2 / count) * sum;
      const inLeft = frame < left.length ? (left[frame] as number) : 0;
      const inRight = frame < right.length ? (right[frame] as number) : 0;
      let wetLeft = 0;
      let wetRight = 0;
      for (let line = 0; line < count; line += 2) {
        const even = lines[line] as Float64Array;
        const odd = lines[line + 1] as Float64Array;
        const evenEcho = damped[line] as number;
        const oddEcho = damped[line + 1] as number;
        even[frame % even.length] = inLeft + (evenEcho - shared) * (gains[line] as number);
        odd[frame % odd.length] = inRight + (oddEcho - shared) * (gains[line + 1] as number);
        wetLeft += evenEcho;
        wetRight += oddEcho;
      }
      const at = frame < SONG_FRAMES ? frame : frame - SONG_FRAMES;
      outLeft[at] = (outLeft[at] as number) + wet * wetLeft;
      outRight[at] = (outRight[at] as number) + wet * wetRight;
    }
  }
}
