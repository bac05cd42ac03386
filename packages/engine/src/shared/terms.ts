/** `isolated`: a worker an insert. `inline`: in the audio thread, no hop, trusted code only. */
export type HostingMode = "isolated" | "inline";

/** Bits of a sample in a file; "32f" is floating point. */
export type BitDepth = 16 | 24 | "32f";
