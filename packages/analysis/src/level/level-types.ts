import type { StripChanges } from "../edit.js";

/** What a channel does in a song. */
export type Role = "kick" | "snare" | "clap" | "hats" | "percussion" | "bass" | "chords" | "lead" | "pad" | "vocal" | "effects" | "other";

/** How levels are found. */
export type LevelApproach =
  /** Every channel against one that is set first, by the distances of their roles. */
  | { readonly kind: "anchor"; readonly anchor: string }
  /** Every channel as loud as pink noise at this level leaves it audible: the same level in its own bands. */
  | { readonly kind: "pink noise" }
  /** Every channel to its role's distance from the mix. */
  | { readonly kind: "roles" }
  /** The master's loudness is kept, and the channels move against each other by their roles. */
  | { readonly kind: "top-down"; readonly masterLufs: number };

/** A channel's loudness while it sounds. */
export interface ChannelLevel {
  readonly strip: string;
  readonly role: Role;
  readonly lufs: number;
  /** Against the mix's integrated loudness, LU. */
  readonly toMixLu: number;
  /** Against the anchor where one is named, LU. */
  readonly toAnchorLu?: number;
}

export interface LevelChange {
  readonly strip: string;
  readonly role: Role;
  readonly faderDb: { readonly before: number; readonly after: number };
  readonly lufs: { readonly before: number; readonly after: number };
  readonly targetLufs: number;
  /** The fader's range ends before the target. */
  readonly limit?: "range";
}

export interface LevelProposal {
  readonly approach: LevelApproach;
  readonly levels: readonly LevelChange[];
  readonly silent: readonly string[];
  readonly changes: StripChanges;
}

/** A strip's part of the master. Shares of all strips that feed it add up to 1 where anything sounds. */
export interface BudgetShare {
  readonly strip: string;
  /** Of the K-weighted power, which is the master's loudness. */
  readonly loudness: number;
  /** Of the power in each octave. */
  readonly octaves: readonly number[];
}

/** What a fader's move does, before it is made. */
export interface FaderPrediction {
  readonly stripLufs: number;
  readonly masterLufs: number;
  /** Master's loudness against now, LU. */
  readonly masterChangeLu: number;
}
