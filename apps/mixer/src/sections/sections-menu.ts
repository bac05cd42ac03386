import { type MenuPlace, openMenu } from "../menu/menu-request.js";
import { type Section, SECTIONS, sections, toggleSection } from "./sections.js";

/** Offers which parts of the strips are shown. */
export function openSectionsMenu(place: MenuPlace): void {
  const actions = (Object.keys(SECTIONS) as Section[]).map((section) => ({
    label: SECTIONS[section],
    checked: sections.value[section],
    ...(section === "input" ? { shortcut: "I", detail: "Polarity, swap, width, pan law, delay" } : {}),
    run: () => toggleSection(section),
  }));
  openMenu.set({ label: "Parts of the strips", place, sections: [{ title: "Strips show", actions }] });
}
