import type { Hit } from "../composition/note.js";
import { SONG_FRAMES } from "../composition/timeline.js";
import type { KitTakes } from "./kit.js";
import type { StereoAudio } from "./offline-stage.js";
import type { Pacing } from "./pacing.js";

/** Frames over which a take fades at its end or when it is choked. */
const FADE_FRAMES = 192;
/** How much more a hard stroke gains than its velocity says: hands are not linear. */
const TOUCH_EXPONENT = 1.4;

/**
 * Lays takes at their hits, exact to the frame. What rings beyond the song's end sounds at its start, for the loop.
 * @param hits - in the order of time.
 * @throws RangeError for a hit on a sound that the kit lacks.
 */
export async function placeHits(hits: readonly Hit[], kit: KitTakes, pacing: Pacing): Promise<StereoAudio> {
  const song: StereoAudio = [new Float32Array(SONG_FRAMES), new Float32Array(SONG_FRAMES)];
  const played = new Map<string, number>();
  for (const [index, hit] of hits.entries()) {
    const entry = kit.get(hit.sound);
    if (!entry) throw new RangeError(`The kit has no sound "${hit.sound}": it has ${[...kit.keys()].join(", ")}.`);
    const count = played.get(hit.sound) ?? 0;
    played.set(hit.sound, count + 1);
    const take = entry.takes[count % entry.takes.length];
    if (!take) continue;
    const choke = entry.sound.chokedBy;
    const next = choke === undefined ? undefined : hits.find((other, at) => at > index && other.sound === choke);
    const frames = Math.min(take[0].length, next ? next.frame - hit.frame + FADE_FRAMES : Infinity);
    addTake(song, take, hit.frame, frames, hit.velocity ** TOUCH_EXPONENT);
    await pacing.breathe();
  }
  return song;
}

function addTake(song: StereoAudio, take: StereoAudio, frame: number, frames: number, gain: number): void {
  const fadeFrom = frames - FADE_FRAMES;
  for (let channel = 0; channel < 2; channel++) {
    const target = song[channel as 0 | 1];
    const source = take[channel as 0 | 1];
    let at = frame % SONG_FRAMES;
    for (let i = 0; i < frames; i++) {
      const fade = i < fadeFrom ? 1 : (frames - i) / FADE_FRAMES;
      target[at] = (target[at] ?? 0) + (source[i] ?? 0) * gain * fade;
      if (++at === SONG_FRAMES) at = 0;
    }
  }
}
