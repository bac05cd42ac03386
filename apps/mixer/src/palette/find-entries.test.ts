import { expect, it } from "vitest";
import { findEntries } from "./find-entries.js";
import type { PaletteEntry } from "./palette-entry.js";

const entry = (label: string, detail?: string): PaletteEntry => ({ id: `${label} ${detail}`, group: "command", label, ...(detail === undefined ? {} : { detail }), run: () => undefined });
const ENTRIES = [
  entry("Mute the selected strip"),
  entry("Mute the monitor"),
  entry("Show or hide the timeline"),
  entry("Parametric EQ", "Open on Bass, slot 1"),
  entry("Parametric EQ", "Open on Lead, slot 1"),
  entry("Bass", "Go to the channel"),
  entry("Add Parametric EQ", "To Bass, slot 2"),
];
const labels = (typed: string) => findEntries(ENTRIES, typed).map(({ label, detail }) => [label, detail ?? ""].join(" ").trim());

it("lists everything in its order while nothing is typed", () => {
  expect(findEntries(ENTRIES, "  ")).toEqual(ENTRIES);
});

it.each([
  ["bass", "Bass Go to the channel"],
  ["timel", "Show or hide the timeline"],
  ["mutmon", "Mute the monitor"],
  ["eq lead", "Parametric EQ Open on Lead, slot 1"],
  ["add eq", "Add Parametric EQ To Bass, slot 2"],
])("puts what “%s” means first", (typed, first) => {
  expect(labels(typed)[0]).toBe(first);
});

it("finds nothing for letters that are in no entry", () => {
  expect(labels("qqzz")).toEqual([]);
});
