import { Observable } from "../state/observable.js";

const KEY = "headroom.mixer-sections";

/** Parts of the strips that can be put away, from top to bottom, and their width, as people read them. */
export const SECTIONS = { input: "Input details", inserts: "Inserts", sends: "Sends", narrow: "Narrow strips" } as const;

export type Section = keyof typeof SECTIONS;

const AT_FIRST: Readonly<Record<Section, boolean>> = { input: false, inserts: true, sends: true, narrow: false };

/** How all strips are shown. Stored. */
export const sections = new Observable(storedSections());

export function toggleSection(section: Section): void {
  sections.set({ ...sections.value, [section]: !sections.value[section] });
  try {
    localStorage.setItem(KEY, JSON.stringify(sections.value));
  } catch {
    // A browser that keeps nothing for this page keeps them until it closes.
  }
}

function storedSections(): Readonly<Record<Section, boolean>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const isShown = (section: Section) => (stored as Partial<Record<Section, unknown>> | null)?.[section] ?? AT_FIRST[section];
    return { input: isShown("input") === true, inserts: isShown("inserts") === true, sends: isShown("sends") === true, narrow: isShown("narrow") === true };
  } catch {
    return AT_FIRST;
  }
}
