import type { Hit } from "../composition/note.js";
import { SAMPLE_RATE, SONG_FRAMES } from "../composition/timeline.js";
import type { KitTakes } from "./kit.js";
import type { StereoAudio } from "./offline-stage.js";
import type { Pacing } from "./pacing.js";

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
    const fadeFrames = Math.round(entry.sound.fadeSeconds * SAMPLE_RATE);
    const held = Math.min(hit.heldFrames ?? Infinity, framesToChoke(hits, index, entry.sound.chokedBy));
    const frames = Math.min(take[0].length, held + fadeFrames);
    addTake(song, take, hit.frame, { frames, fadeFrames, gain: hit.velocity ** TOUCH_EXPONENT });
    await pacing.breathe();
  }
  return song;
}

function framesToChoke(hits: readonly Hit[], index: number, chokedBy: string | undefined): number {
  if (chokedBy === undefined) return Infinity;
  const start = hits[index]?.frame ?? 0;
  const choke = hits.find((other, at) => at > index && other.sound === chokedBy);
  return choke ? choke.frame - start : Infinity;
}

interface Sounding {
  /** How much of the take sounds, its fade included. */
  readonly frames: number;
  readonly fadeFrames: number;
  readonly gain: number;
}

function addTake(song: StereoAudio, take: StereoAudio, frame: number, { frames, fadeFrames, gain }: Sounding): void {
  const fadeFrom = frames - fadeFrames;
  for (let channel = 0; channel < 2; channel++) {
    const target = song[channel as 0 | 1];
    const source = take[channel as 0 | 1];
    let at = frame % SONG_FRAMES;
    for (let i = 0; i < frames; i++) {
      const left = i < fadeFrom ? 1 : (frames - i) / fadeFrames;
      target[at] = (target[at] ?? 0) + (source[i] ?? 0) * gain * left * left;
      if (++at === SONG_FRAMES) at = 0;
    }
  }
}
