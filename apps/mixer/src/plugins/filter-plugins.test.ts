import { expect, it } from "vitest";
import { filterPlugins } from "./filter-plugins.js";
import type { CatalogEntry } from "./plugin-catalog.js";

const entry = (id: string, name: string, vendor: string, ...features: string[]) =>
  ({ descriptor: { id, name, vendor, features }, origin: { kind: "built-in" }, integrity: "", manifest: undefined, view: undefined }) as unknown as CatalogEntry;
const entries = [entry("a.eq", "Parametric EQ", "Headroom", "eq", "filter"), entry("a.gain", "Gain Trim", "Headroom", "utility"), entry("b.trem", "Tremolo", "Acme", "modulation")];
const all = { text: "", feature: undefined, onlyFavourites: false };
const names = (filter: Partial<Parameters<typeof filterPlugins>[2]>, favourites: string[] = []) => filterPlugins(entries, new Set(favourites), { ...all, ...filter }).map(({ descriptor }) => descriptor.name);

it("puts favourites first and keeps the order of the rest", () => {
  expect(names({}, ["b.trem"])).toEqual(["Tremolo", "Parametric EQ", "Gain Trim"]);
});

it("wants every word, in any case, in name, vendor, id or kind", () => {
  expect(names({ text: "HEADROOM  filter" })).toEqual(["Parametric EQ"]);
  expect(names({ text: "b.trem" })).toEqual(["Tremolo"]);
  expect(names({ text: "acme eq" })).toEqual([]);
});

it("leaves one kind, or favourites alone", () => {
  expect(names({ feature: "utility" })).toEqual(["Gain Trim"]);
  expect(names({ onlyFavourites: true }, ["a.gain"])).toEqual(["Gain Trim"]);
});
