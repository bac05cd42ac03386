import type { Boundary, BoundaryLevels } from "../analysis.js";

/** One line of the ledger. */
export interface LedgerRow extends BoundaryLevels {
  readonly strip: string;
  /** The boundary in words: "Source", "Trim", "Parametric EQ", "Output". */
  readonly label: string;
  /** RMS against the line before, dB; 0 at the source. */
  readonly changeDb: number;
}

/** What a fault of gain does. `harmless`: nothing is lost in floating point. `destructive`: sound is bent for good. */
export type Harm = "harmless" | "destructive";

/** Something wrong at a boundary. */
export interface GainFault {
  readonly strip: string;
  readonly boundary: Boundary;
  readonly kind: "clipped source" | "over full scale" | "clips at the output" | "hot into a plugin" | "too little headroom" | "too quiet";
  readonly harm: Harm;
  /** Seconds of the song at which it is worst. */
  readonly seconds: number;
  /** One sentence with value, rule and remedy. */
  readonly sentence: string;
}

/** All strips' boundaries, and what is wrong at them. */
export interface GainLedger {
  readonly rows: readonly LedgerRow[];
  /** In the order of the signal: the first is where things begin to go wrong. */
  readonly faults: readonly GainFault[];
}
