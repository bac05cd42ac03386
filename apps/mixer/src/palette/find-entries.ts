import { go } from "fuzzysort";
import type { PaletteEntry } from "./palette-entry.js";

/** More are not read by anybody. */
const MOST_SHOWN = 60;
/** Of 0…1: below, letters match by chance. */
const LEAST_SCORE = 0.3;
/** How much a match in the detail alone counts. */
const DETAIL_WEIGHT = 0.8;

/** The entries that fit a few typed letters ("mub" finds "Mute the selected strip … Bass"), best first; all of them while nothing is typed. */
export function findEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const text = typed.trim();
  if (text === "") return entries;
  const found = go(text, entries, {
    keys: [({ label }) => label, ({ label, detail }) => `${label} ${detail ?? ""}`],
    limit: MOST_SHOWN,
    threshold: LEAST_SCORE,
    scoreFn: ([label, whole]) => Math.max(label?.score ?? 0, DETAIL_WEIGHT * (whole?.score ?? 0)),
  });
  return found.map(({ obj }) => obj);
}
