/** How much of one channel another hides. */
export interface Masking {
  /** The channel that is hidden, and the one that hides it. */
  readonly victim: string;
  readonly masker: string;
  /** Share of the victim's loudness that is lost to the masker, over the range: 0…1. */
  readonly share: number;
  /** The same in each band: loudness lost there as a share of all of the victim's. Their sum is `share`. */
  readonly bands: readonly number[];
}

/** Two channels that compete. */
export interface Collision {
  readonly strips: readonly [string, string];
  /** Rank: how much of the two is lost to each other, weighed by how loud both are in the mix; 0…1. */
  readonly score: number;
  /** In both directions, the worse first. */
  readonly masking: readonly [Masking, Masking];
  /** The bands in question, Hz. */
  readonly rangeHz: readonly [lowHz: number, highHz: number];
  /** Stretches of the song in which it is worst, the worst first; at most 5. */
  readonly when: readonly { readonly startSeconds: number; readonly endSeconds: number; readonly share: number }[];
}

/** All channels against each other. */
export interface CollisionMatrix {
  /** Rows and columns. */
  readonly strips: readonly string[];
  /** `share[victim][masker]`: 0…1; 0 on the diagonal. */
  readonly share: readonly (readonly number[])[];
  /** Worst first, what a masker named before also hides later by half; none without overlap. */
  readonly collisions: readonly Collision[];
}

/** A band as Parametric EQ has it. */
export interface EqBand {
  readonly type: "bell" | "low-shelf" | "high-shelf" | "low-cut" | "high-cut";
  readonly frequencyHz: number;
  /** dB; 0 for cuts. */
  readonly gainDb: number;
  readonly q: number;
  /** dB per octave; of cuts and shelves. */
  readonly slope: "12" | "24";
}

/** Bands for one channel. */
export interface EqChange {
  readonly strip: string;
  readonly bands: readonly EqBand[];
  /** dB: brings the channel back to its loudness. */
  readonly outputDb: number;
  /** Change of the channel's loudness, LU. */
  readonly loudnessChangeLu: number;
  /** One sentence: what it does and why. */
  readonly reason: string;
}

/** What would make room between two channels. */
export interface EqSuggestion {
  readonly strips: readonly [string, string];
  readonly changes: readonly EqChange[];
  /** The collision's score, the worse direction. */
  readonly before: number;
  readonly after: number;
}
