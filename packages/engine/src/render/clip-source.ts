import type { ClipPlan } from "../graph/plan.js";
import { QUANTUM } from "../shared/quantum.js";
import type { Playhead } from "./playhead.js";

/** Planar PCM at the engine's rate. A mono file has one array twice. */
export interface Pcm {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** Reads the clips of a channel under the playhead. A clip whose audio is not there is silent. `@audioThread` */
export class ClipSource {
  readonly #clips: readonly ClipPlan[];
  readonly #audio: (Pcm | undefined)[];

  constructor(clips: readonly ClipPlan[], audio: ReadonlyMap<string, Pcm>) {
    this.#clips = clips;
    this.#audio = clips.map((clip) => audio.get(clip.audio));
  }

  /** Adds what plays in this quantum to the buffers. */
  run(playhead: Playhead, left: Float32Array, right: Float32Array): void {
    for (let piece = 0; piece < playhead.pieces; piece++) {
      for (let c = 0; c < this.#clips.length; c++) this.#add(c, playhead, piece, left, right);
    }
  }

  #add(index: number, playhead: Playhead, piece: number, left: Float32Array, right: Float32Array): void {
    const clip = this.#clips[index];
    const pcm = this.#audio[index];
    if (clip === undefined || pcm === undefined) return;
    const at = playhead.offset[piece] ?? 0;
    const song = playhead.song[piece] ?? 0;
    const slope = playhead.slope[piece] ?? 0;
    let gain = playhead.gain[piece] ?? 0;
    const first = Math.max(0, clip.start - song);
    const from = clip.offset + song - clip.start;
    const end = Math.min(playhead.length[piece] ?? 0, clip.start + clip.length - song, pcm.left.length - from, QUANTUM - at);
    gain = (gain + slope * first) * clip.gain;
    const step = slope * clip.gain;
    const { left: pcmLeft, right: pcmRight } = pcm;
    for (let i = first; i < end; i++) {
      left[at + i] = (left[at + i] ?? 0) + (pcmLeft[from + i] ?? 0) * gain;
      right[at + i] = (right[at + i] ?? 0) + (pcmRight[from + i] ?? 0) * gain;
      gain += step;
    }
  }
}
