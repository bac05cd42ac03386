export type { HostingMode } from "@headroom/session";

/** Bits of a sample in a file; "32f" is floating point. */
export type BitDepth = 16 | 24 | "32f";
