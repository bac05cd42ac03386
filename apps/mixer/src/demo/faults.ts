import type { StemId } from "./stems.js";

/** One move that mends a fault, in the terms of trim, fader and parametric EQ. */
export type Remedy =
  | { readonly stem: StemId; readonly kind: "trim" | "fader"; readonly gainDb: number }
  | { readonly stem: StemId; readonly kind: "low cut" | "high cut"; readonly frequencyHz: number }
  | {
      readonly stem: StemId;
      readonly kind: "bell" | "low shelf" | "high shelf";
      readonly frequencyHz: number;
      readonly gainDb: number;
      /** Of a bell; 0.71 where it is left out. */
      readonly q?: number;
    };

/** A fault that the demo song starts with, for a listener to find and mend. */
export interface DemoFault {
  readonly id: "hot levels" | "bass masks hats" | "crowded low mids" | "dull hats";
  readonly title: string;
  /** What is wrong. */
  readonly what: string;
  readonly stems: readonly StemId[];
  /** Why it is a fault and no taste. */
  readonly why: string;
  /** How a person hears it, and where. */
  readonly hear: string;
  /** How the mixer shows it. */
  readonly see: string;
  /** The band in question in Hz; left out where it is the level as a whole. */
  readonly bandHz?: readonly [low: number, high: number];
  /** One good answer, not the only one. */
  readonly remedies: readonly Remedy[];
}

const ALL: readonly StemId[] = ["kick", "snare", "clap", "hats", "percussion", "bass", "chords", "lead", "pad", "vocal"];

/** The planted faults, in the order in which a mixer would mend them. All lie in levels and spectra: no stem is clipped. */
export const DEMO_FAULTS: readonly DemoFault[] = [
  {
    id: "hot levels",
    title: "Everything is too loud",
    what: "Most stems peak near full scale, so that ten of them with their faders at 0 dB add up to far more than the master can hold.",
    stems: ALL,
    why: "The master is clipped where it leaves the mixer, and clipping bends every sound at once; no plugin after it can undo that.",
    hear: "Play the last section: the kick crackles and the chords turn harsh each time it strikes.",
    see: "The master's clip light comes on in the second bar and again with every beat of the groove, though no channel's does.",
    remedies: ALL.map((stem) => ({ stem, kind: "trim", gainDb: -10 })),
  },
  {
    id: "bass masks hats",
    title: "The bass hides the hats",
    what: "The bass buzzes up to 12 kHz, louder there than the hi-hats themselves.",
    stems: ["bass", "hats"],
    why: "A steady sound hides a short quiet one in the same band. The bass needs none of that treble; the hats have nothing else.",
    hear: "Mute and unmute the bass in the groove: the hats come forward when it is gone.",
    see: "The bass's spectrum stays level from 3 to 12 kHz instead of falling.",
    bandHz: [8000, 12_000],
    remedies: [{ stem: "bass", kind: "high cut", frequencyHz: 2500 }],
  },
  {
    id: "crowded low mids",
    title: "The low mids are crowded",
    what: "Chords, pad, vocal, lead and bass all have their weight between 200 and 500 Hz.",
    stems: ["chords", "pad", "vocal", "lead", "bass"],
    why: "Five sounds in one octave blur into one: words and melody lose their edge, and the level is spent on mud.",
    hear: "Listen for the vocal in the groove: it sounds as if behind a curtain. Mute the pad and it steps forward.",
    see: "The master's spectrum has a hill between 200 and 500 Hz, higher than the octaves above it.",
    bandHz: [200, 500],
    remedies: [
      { stem: "pad", kind: "low cut", frequencyHz: 350 },
      { stem: "pad", kind: "fader", gainDb: -5 },
      { stem: "chords", kind: "low shelf", frequencyHz: 500, gainDb: -9 },
      { stem: "lead", kind: "bell", frequencyHz: 360, gainDb: -6, q: 0.8 },
      { stem: "bass", kind: "bell", frequencyHz: 300, gainDb: -7, q: 0.9 },
      { stem: "vocal", kind: "bell", frequencyHz: 2500, gainDb: 4, q: 0.8 },
    ],
  },
  {
    id: "dull hats",
    title: "The hats are dull and too quiet",
    what: "The hi-hats are the quietest stem by far, and their treble is shelved off.",
    stems: ["hats"],
    why: "They carry the sixteenths; without them the groove has no forward motion.",
    hear: "Solo the hats, then take the solo off: they all but vanish.",
    see: "Their channel meter stays below −16 dBFS, 10 dB under the next quietest.",
    bandHz: [8000, 16_000],
    remedies: [
      { stem: "hats", kind: "high shelf", frequencyHz: 7500, gainDb: 8 },
      { stem: "hats", kind: "fader", gainDb: 6 },
    ],
  },
];
