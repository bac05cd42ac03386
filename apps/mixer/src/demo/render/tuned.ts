import type { OfflineContext, ToneAudioNode } from "tone";
import type { Note } from "../composition/note.js";
import { SAMPLE_RATE } from "../composition/timeline.js";
import { renderEffects, type Effects } from "./effects.js";
import { addHall, type Hall } from "./hall.js";
import { renderKit, type Kit } from "./kit.js";
import type { StereoAudio } from "./offline-stage.js";
import type { Pacing } from "./pacing.js";
import { placeHits } from "./place-hits.js";

/** Silence after each take, so that none rings into the next. */
const GUARD_SECONDS = 0.03;

/** An instrument of which each pitch is played once, as long as the longest note needs, and laid where it is due. */
export interface TunedInstrument {
  /** Time in which a note fades once it is let go. */
  readonly releaseSeconds: number;
  /** Builds the instrument; what it returns holds one pitch at a time. */
  build(context: OfflineContext): {
    readonly output: ToneAudioNode;
    hold(pitch: number, seconds: number, atSeconds: number): void;
  };
  readonly effects?: Effects;
  readonly hall?: Hall;
}

/** Plays notes in any number of voices. @mainThread */
export async function renderTuned(instrument: TunedInstrument, notes: readonly Note[], pacing: Pacing): Promise<StereoAudio> {
  const takes = await renderKit(kitOf(instrument, notes), pacing);
  const hits = notes.map(({ frame, frames, pitch, velocity }) => ({ frame, velocity, sound: String(pitch), heldFrames: frames }));
  const dry = await placeHits(hits, takes, pacing);
  const song = instrument.effects ? await renderEffects(dry, instrument.effects) : dry;
  if (instrument.hall) await addHall(song, instrument.hall, pacing);
  return song;
}

function kitOf(instrument: TunedInstrument, notes: readonly Note[]): Kit {
  const longest = new Map<number, number>();
  for (const { pitch, frames } of notes) longest.set(pitch, Math.max(frames, longest.get(pitch) ?? 0));
  const seconds = (pitch: number) => (longest.get(pitch) ?? 0) / SAMPLE_RATE + instrument.releaseSeconds;
  return {
    sounds: [...longest.keys()].map((pitch) => ({
      name: String(pitch),
      seconds: seconds(pitch) + GUARD_SECONDS,
      takes: 1,
      fadeSeconds: instrument.releaseSeconds,
    })),
    build(context) {
      const { output, hold } = instrument.build(context);
      return { output, strike: (sound, _, at) => hold(Number(sound), seconds(Number(sound)), at) };
    },
  };
}
