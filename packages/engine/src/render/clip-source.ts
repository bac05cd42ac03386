import { fadeGain } from "@headroom/session/curves";
import type { ClipPlan, FadePlan } from "../graph/plan.js";
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
  /** Gain at each frame of a piece. */
  readonly #gains = new Float64Array(QUANTUM);
  /** Whether the gain is the first of them throughout the piece. */
  #isSteady = false;

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
    const first = Math.max(0, clip.start - song);
    const end = Math.min(playhead.length[piece] ?? 0, clip.start + clip.length - song, QUANTUM - at);
    if (first >= end) return;
    this.#gain(clip, song - clip.start, first, end, playhead.gain[piece] ?? 0, playhead.slope[piece] ?? 0);
    const gains = this.#isSteady ? undefined : this.#gains;
    // The clip is cut where its file ends, or where its loop begins anew.
    const { loopStart, loopEnd } = clip;
    const fileEnd = Math.min(pcm.left.length, loopEnd);
    for (let i = first; i < end; ) {
      let from = clip.offset + song - clip.start + i;
      if (from >= loopEnd) from = loopStart + ((from - loopStart) % (loopEnd - loopStart));
      const frames = Math.min(end - i, (loopEnd === Infinity ? fileEnd : loopEnd) - from);
      if (frames <= 0) return;
      const sounding = Math.min(frames, fileEnd - from);
      if (gains) add(pcm, from, gains, i, left, right, at + i, sounding);
      else addSteady(pcm, from, this.#gains[first]!, left, right, at + i, sounding);
      i += frames;
    }
  }

  /** Works out the gains of a piece: the playhead's fade, the clip's gain and its fades. */
  #gain(clip: ClipPlan, place: number, first: number, end: number, gain: number, slope: number): void {
    const gains = this.#gains;
    const fadesIn = clip.fadeIn !== undefined && place + first < clip.fadeIn.frames;
    const fadesOut = clip.fadeOut !== undefined && place + end > clip.length - clip.fadeOut.frames;
    const step = slope * clip.gain;
    let value = (gain + slope * first) * clip.gain;
    this.#isSteady = step === 0 && !fadesIn && !fadesOut;
    if (this.#isSteady) {
      gains[first] = value;
      return;
    }
    for (let i = first; i < end; i++) {
      gains[i] = value;
      value += step;
    }
    if (fadesIn) this.#fade(clip.fadeIn, place, 1, first, end);
    if (fadesOut) this.#fade(clip.fadeOut, clip.length - place, -1, first, end);
  }

  /** @param edge - frames from the piece's beginning to the fade's silent end, counted inwards. @param direction - 1: rises with time. */
  #fade(fade: FadePlan, edge: number, direction: number, first: number, end: number): void {
    const gains = this.#gains;
    for (let i = first; i < end; i++) {
      const x = (edge + direction * i) / fade.frames;
      if (x < 1) gains[i] = gains[i]! * fadeGain(fade.shape, x);
    }
  }
}

/** Adds frames of a file by the gains of a piece. `@audioThread` */
function add(pcm: Pcm, from: number, gains: Float64Array, piece: number, left: Float32Array, right: Float32Array, to: number, frames: number): void {
  const { left: pcmLeft, right: pcmRight } = pcm;
  for (let i = 0; i < frames; i++) {
    const gain = gains[piece + i]!;
    left[to + i] = (left[to + i] ?? 0) + (pcmLeft[from + i] ?? 0) * gain;
    right[to + i] = (right[to + i] ?? 0) + (pcmRight[from + i] ?? 0) * gain;
  }
}

/** As {@link add}, by one gain. `@audioThread` */
function addSteady(pcm: Pcm, from: number, gain: number, left: Float32Array, right: Float32Array, to: number, frames: number): void {
  const { left: pcmLeft, right: pcmRight } = pcm;
  for (let i = 0; i < frames; i++) {
    left[to + i] = (left[to + i] ?? 0) + (pcmLeft[from + i] ?? 0) * gain;
    right[to + i] = (right[to + i] ?? 0) + (pcmRight[from + i] ?? 0) * gain;
  }
}
