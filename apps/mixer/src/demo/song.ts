import { SECTIONS, type Section } from "./composition/sections.js";
import { BARS, FRAMES_PER_BAR, SAMPLE_RATE, SONG_FRAMES, SONG_SECONDS, TEMPO } from "./composition/timeline.js";

/** A section of the song with its times. */
export interface DemoMarker extends Section {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** What there is to know about the demo song without rendering it. It loops without a seam. */
export interface DemoSong {
  readonly title: string;
  /** Beats a minute, constant. */
  readonly tempo: number;
  readonly timeSignature: readonly [beats: number, unit: number];
  readonly key: string;
  readonly bars: number;
  readonly sampleRate: typeof SAMPLE_RATE;
  readonly frames: number;
  readonly seconds: number;
  readonly markers: readonly DemoMarker[];
}

const secondsPerBar = FRAMES_PER_BAR / SAMPLE_RATE;

/** The song that a new mixer starts with. */
export const DEMO_SONG: DemoSong = {
  title: "Room to Breathe",
  tempo: TEMPO,
  timeSignature: [4, 4],
  key: "A minor",
  bars: BARS,
  sampleRate: SAMPLE_RATE,
  frames: SONG_FRAMES,
  seconds: SONG_SECONDS,
  markers: SECTIONS.map((section) => ({
    ...section,
    startSeconds: section.startBar * secondsPerBar,
    endSeconds: section.endBar * secondsPerBar,
  })),
};
