import { type MenuPlace, openMenu } from "../menu/menu-request.js";
import { type Section, SECTIONS, sections, toggleSection } from "./sections.js";

const HINTS: Readonly<Partial<Record<Section, { readonly shortcut?: string; readonly detail: string }>>> = {
  input: { shortcut: "I", detail: "Polarity, swap, width, pan law, delay" },
  narrow: { detail: "More of them side by side, without scales and values" },
};

/** Offers how the strips are shown. */
export function openSectionsMenu(place: MenuPlace): void {
  const actions = (Object.keys(SECTIONS) as Section[]).map((section) => ({
    label: SECTIONS[section],
    checked: sections.value[section],
    ...HINTS[section],
    run: () => toggleSection(section),
  }));
  openMenu.set({ label: "Parts of the strips", place, sections: [{ title: "Strips", actions }] });
}
