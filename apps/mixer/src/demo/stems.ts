/** A stem of the demo song. */
export interface DemoStem {
  readonly id: StemId;
  readonly name: string;
  /** `#rrggbb`, readable on dark and on light. */
  readonly color: string;
  /** What it does in the song, in a few words. */
  readonly role: string;
  /** Highest sample of the rendered stem, in dBFS: hot, and never clipped by itself. */
  readonly peakDbfs: number;
}

/** Names of the stems in code. */
export type StemId = "kick" | "snare" | "clap" | "hats" | "percussion" | "bass" | "chords" | "lead" | "pad" | "vocal";

/** The stems in the mixer's order, left to right. */
export const DEMO_STEMS: readonly DemoStem[] = [
  { id: "kick", name: "Kick", color: "#e05555", role: "Four to the floor", peakDbfs: -0.5 },
  { id: "snare", name: "Snare", color: "#dd7a3a", role: "Backbeat, ghosts and fills", peakDbfs: -1 },
  { id: "clap", name: "Clap", color: "#bd8526", role: "Doubles the backbeat when the song is full", peakDbfs: -3 },
  { id: "hats", name: "Hats", color: "#92922a", role: "Closed sixteenths, open offbeats", peakDbfs: -17 },
  { id: "percussion", name: "Percussion", color: "#5fa042", role: "Shaker, congas, rim, riser and crash", peakDbfs: -6 },
  { id: "bass", name: "Bass", color: "#2fa08c", role: "Sub and grit, one note at a time", peakDbfs: -0.5 },
  { id: "chords", name: "Chords", color: "#3f93d6", role: "Wide stabs on the harmony", peakDbfs: -1 },
  { id: "lead", name: "Lead", color: "#7480e8", role: "Arpeggio that grows into the hook", peakDbfs: -2 },
  { id: "pad", name: "Pad", color: "#a56ce0", role: "Slow bed under everything", peakDbfs: -4 },
  { id: "vocal", name: "Vocal", color: "#d65fa8", role: "Sings vowels over the top", peakDbfs: -6 },
];
