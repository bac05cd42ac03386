import { bassLine } from "../composition/bass-line.js";
import { chordNotes } from "../composition/chord-part.js";
import { DRUM_PARTS } from "../composition/drum-parts.js";
import { leadLine } from "../composition/lead-line.js";
import { padNotes } from "../composition/pad-part.js";
import { SAMPLE_RATE } from "../composition/timeline.js";
import { bass } from "../instruments/bass.js";
import { chords } from "../instruments/chords.js";
import { clapKit } from "../instruments/clap.js";
import { hatsKit } from "../instruments/hats.js";
import { kickKit } from "../instruments/kick.js";
import { lead } from "../instruments/lead.js";
import { pad } from "../instruments/pad.js";
import { percussionKit } from "../instruments/percussion.js";
import { snareKit } from "../instruments/snare.js";
import { vocalPart } from "../instruments/vocal.js";
import { DEMO_STEMS, type DemoStem, type StemId } from "../stems.js";
import { scaleToPeak } from "./finish-stem.js";
import { renderKit, type Kit } from "./kit.js";
import type { StereoAudio } from "./offline-stage.js";
import { startPacing, type Pacing } from "./pacing.js";
import { renderPart } from "./part.js";
import { placeHits } from "./place-hits.js";
import { renderTuned } from "./tuned.js";

/** A stem's samples. */
export interface DemoAudio {
  readonly sampleRate: typeof SAMPLE_RATE;
  /** Left and right, each of the song's length; yours to keep or to transfer. */
  readonly channels: Float32Array<ArrayBuffer>[];
}

/** Who hears of the rendering. */
export interface RenderDemoOptions {
  /** Called after each stem: the share of stems done, above 0 up to 1, and the stem just done. */
  onProgress(done: number, stemId: string): void;
  /** Called once a stem, as they are ready (not in the mixer's order); the renderer waits for it. */
  onStem(stem: DemoStem, audio: DemoAudio): void | Promise<void>;
  readonly signal?: AbortSignal;
}

/** How many stems are in the making at once: while two render, one is built or laid out. */
const AT_ONCE = 3;

/** Long ones early, so that the last ones out are short, and a short one among the first, so that progress shows. */
const ORDER: readonly StemId[] = ["vocal", "pad", "kick", "chords", "lead", "percussion", "snare", "hats", "clap", "bass"];

const drums = (kit: Kit, part: keyof typeof DRUM_PARTS) => async (pacing: Pacing) =>
  placeHits(DRUM_PARTS[part](), await renderKit(kit, pacing), pacing);

const RENDERERS: Readonly<Record<StemId, (pacing: Pacing) => Promise<StereoAudio>>> = {
  kick: drums(kickKit, "kick"),
  snare: drums(snareKit, "snare"),
  clap: drums(clapKit, "clap"),
  hats: drums(hatsKit, "hats"),
  percussion: drums(percussionKit, "percussion"),
  bass: (pacing) => renderTuned(bass, bassLine(), pacing),
  chords: (pacing) => renderTuned(chords, chordNotes(), pacing),
  lead: (pacing) => renderTuned(lead, leadLine(), pacing),
  pad: (pacing) => renderTuned(pad, padNotes(), pacing),
  vocal: (pacing) => renderPart(vocalPart, pacing),
};

/**
 * Renders the demo song's stems with Tone instruments, offline: the same samples at every call in the same browser.
 * Nothing sounds and the page's own Tone context is left alone.
 * @throws the signal's reason when aborted, and whatever `onStem` throws.
 * @mainThread
 */
export async function renderDemoStems(options: RenderDemoOptions): Promise<void> {
  const waiting = [...ORDER];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const stem = stemById(id);
      const pacing = startPacing(options.signal);
      const audio = await RENDERERS[id](pacing);
      await scaleToPeak(audio, stem.peakDbfs, pacing);
      options.signal?.throwIfAborted();
      await options.onStem(stem, { sampleRate: SAMPLE_RATE, channels: [...audio] });
      done += 1;
      options.onProgress(done / ORDER.length, id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function stemById(id: StemId): DemoStem {
  const stem = DEMO_STEMS.find((candidate) => candidate.id === id);
  if (!stem) throw new RangeError(`The demo song has no stem "${id}".`);
  return stem;
}
