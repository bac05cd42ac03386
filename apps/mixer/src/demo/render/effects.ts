import { ToneAudioBuffer, ToneBufferSource, type OfflineContext, type ToneAudioNode } from "tone";
import { SAMPLE_RATE, SONG_FRAMES } from "../composition/timeline.js";
import { wrapTail } from "./finish-stem.js";
import { openStage, type StereoAudio } from "./offline-stage.js";

/** What a stem is sent through once it is played. */
export interface Effects {
  /** How long they ring after the song's end. */
  readonly tailSeconds: number;
  /** Builds them in a context; the times of their automation are the song's. */
  build(context: OfflineContext): { readonly input: ToneAudioNode; readonly output: ToneAudioNode };
}

/** Sends a whole stem through effects; what rings beyond the song's end sounds at its start. @mainThread */
export async function renderEffects(dry: StereoAudio, effects: Effects): Promise<StereoAudio> {
  const stage = openStage(SONG_FRAMES + Math.ceil(effects.tailSeconds * SAMPLE_RATE));
  // As long as the stage: Chromium cuts the ring of filters when their source ends.
  const buffer = stage.context.createBuffer(2, stage.frames, SAMPLE_RATE);
  buffer.copyToChannel(dry[0], 0);
  buffer.copyToChannel(dry[1], 1);
  const { input, output } = effects.build(stage.context);
  new ToneBufferSource({ context: stage.context, url: new ToneAudioBuffer(buffer) }).start(0).connect(input);
  output.connect(stage.output);
  return wrapTail(await stage.render());
}
