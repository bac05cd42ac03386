import type { OfflineContext, ToneAudioNode } from "tone";
import { SAMPLE_RATE } from "../composition/timeline.js";
import { openStage, type StereoAudio } from "./offline-stage.js";
import type { Pacing } from "./pacing.js";

/** A sound of a drum kit. */
export interface KitSound {
  readonly name: string;
  /** Time for which it may ring. */
  readonly seconds: number;
  /** How many takes of it are played, so that no two strokes in a row are alike. */
  readonly takes: number;
  /** Time in which it fades once it is let go, choked or at its end. */
  readonly fadeSeconds: number;
  /** The sound whose stroke ends this one. */
  readonly chokedBy?: string;
}

/** Plays one take of a kit's sound. */
export type Strike = (sound: string, take: number, atSeconds: number) => void;

/** A drum stem's instrument. */
export interface Kit {
  readonly sounds: readonly KitSound[];
  /** Builds the instrument in a context; what it returns plays it and is heard through `output`. */
  build(context: OfflineContext): { readonly output: ToneAudioNode; readonly strike: Strike };
}

/** The takes of each sound of a kit, by the sound's name. */
export type KitTakes = ReadonlyMap<string, { readonly sound: KitSound; readonly takes: readonly StereoAudio[] }>;

/** Plays every take of a kit once, one after another. @mainThread */
export async function renderKit(kit: Kit, pacing: Pacing): Promise<KitTakes> {
  const slots = kit.sounds.flatMap((sound) => Array.from({ length: sound.takes }, (_, take) => ({ sound, take })));
  const lengths = slots.map(({ sound }) => Math.round(sound.seconds * SAMPLE_RATE));
  const starts = lengths.map((_, index) => lengths.slice(0, index).reduce((sum, length) => sum + length, 0));
  const stage = openStage(lengths.reduce((sum, length) => sum + length, 0));
  const { output, strike } = kit.build(stage.context);
  output.connect(stage.output);
  await pacing.breathe();
  slots.forEach(({ sound, take }, index) => strike(sound.name, take, (starts[index] ?? 0) / SAMPLE_RATE));
  await pacing.breathe();
  const [left, right] = await stage.render();

  const takes = new Map<string, { sound: KitSound; takes: StereoAudio[] }>();
  slots.forEach(({ sound }, index) => {
    const start = starts[index] ?? 0;
    const end = start + (lengths[index] ?? 0);
    const entry = takes.get(sound.name) ?? { sound, takes: [] };
    entry.takes.push([left.subarray(start, end), right.subarray(start, end)]);
    takes.set(sound.name, entry);
  });
  return takes;
}
