import type { OfflineContext, ToneAudioNode } from "tone";
import { SAMPLE_RATE, SONG_FRAMES } from "../composition/timeline.js";
import { wrapTail } from "./finish-stem.js";
import { addHall, type Hall } from "./hall.js";
import { openStage, type StereoAudio } from "./offline-stage.js";
import type { Pacing } from "./pacing.js";

/** An instrument that plays its whole part in one go. */
export interface Part {
  /** How long it rings after the song's end. */
  readonly tailSeconds: number;
  readonly hall?: Hall;
  /** Builds the instrument and schedules every note; it is heard through what it returns. */
  play(context: OfflineContext, pacing: Pacing): Promise<ToneAudioNode>;
}

/** Plays a part from the first bar to the last. @mainThread */
export async function renderPart(part: Part, pacing: Pacing): Promise<StereoAudio> {
  const stage = openStage(SONG_FRAMES + Math.ceil(part.tailSeconds * SAMPLE_RATE));
  const output = await part.play(stage.context, pacing);
  output.connect(stage.output);
  const song = wrapTail(await stage.render());
  if (part.hall) await addHall(song, part.hall, pacing);
  return song;
}
