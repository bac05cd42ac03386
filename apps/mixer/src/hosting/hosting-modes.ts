import type { HostingMode } from "@headroom/engine";

/** Where inserts can run, the safest first, each in a sentence. */
export const HOSTING_MODES: readonly { readonly mode: HostingMode; readonly label: string; readonly detail: string }[] = [
  { mode: "isolated", label: "Isolated", detail: "A worker for each insert: one that fails costs only itself" },
  { mode: "per channel", label: "Per channel", detail: "A worker for each channel's inserts: fewer threads, but one that hangs interrupts its channel" },
  { mode: "per plugin", label: "Per plugin", detail: "A worker for all inserts of a plugin: fewest threads, but one that hangs interrupts all of its kind" },
  { mode: "inline", label: "Inline", detail: "In the audio thread, without the hop's delay: for trusted code only, since one that hangs stops the sound" },
];

/** Modes in which a plugin's code runs beside other code. */
export const NEEDS_TRUST: ReadonlySet<HostingMode> = new Set(["per channel", "inline"]);

/** A mode as people read it. */
export function hostingLabel(mode: HostingMode): string {
  return HOSTING_MODES.find((one) => one.mode === mode)?.label ?? mode;
}
