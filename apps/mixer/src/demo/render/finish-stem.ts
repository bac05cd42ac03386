import { SONG_FRAMES } from "../composition/timeline.js";
import type { StereoAudio } from "./offline-stage.js";
import type { Pacing } from "./pacing.js";

/**
 * Cuts a render to one turn of the loop: what rings beyond the song's end is added to its start.
 * @param rendered - at least the song's length.
 */
export function wrapTail(rendered: StereoAudio): StereoAudio {
  return [wrapChannel(rendered[0]), wrapChannel(rendered[1])];
}

function wrapChannel(rendered: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const song = rendered.slice(0, SONG_FRAMES);
  for (let i = SONG_FRAMES; i < rendered.length; i++) {
    const at = i - SONG_FRAMES;
    song[at] = (song[at] ?? 0) + (rendered[i] ?? 0);
  }
  return song;
}

/** Scales a stem in place so that its highest sample has the given level. Silence stays silence. */
export async function scaleToPeak(stem: StereoAudio, peakDbfs: number, pacing: Pacing): Promise<void> {
  let peak = 0;
  for (const channel of stem) {
    for (let i = 0; i < channel.length; i++) {
      const level = Math.abs(channel[i] ?? 0);
      if (level > peak) peak = level;
    }
    await pacing.breathe();
  }
  if (peak === 0) return;
  const gain = 10 ** (peakDbfs / 20) / peak;
  for (const channel of stem) {
    for (let i = 0; i < channel.length; i++) channel[i] = (channel[i] ?? 0) * gain;
    await pacing.breathe();
  }
}
