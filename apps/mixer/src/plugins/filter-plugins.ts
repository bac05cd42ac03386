import type { CatalogEntry } from "./plugin-catalog.js";

export interface PluginFilter {
  /** Words that name, vendor, id or kind must hold, each of them. */
  readonly text: string;
  readonly feature: string | undefined;
  readonly onlyFavourites: boolean;
}

/** The plugins that a filter leaves, favourites first. */
export function filterPlugins(entries: readonly CatalogEntry[], favourites: ReadonlySet<string>, { text, feature, onlyFavourites }: PluginFilter): CatalogEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const isFavourite = ({ descriptor }: CatalogEntry) => favourites.has(descriptor.id);
  return entries
    .filter((entry) => {
      const { name, vendor, id, features } = entry.descriptor;
      const all = [name, vendor, id, ...features].join(" ").toLowerCase();
      return words.every((word) => all.includes(word)) && (feature === undefined || (features as readonly string[]).includes(feature)) && (!onlyFavourites || isFavourite(entry));
    })
    .toSorted((a, b) => Number(isFavourite(b)) - Number(isFavourite(a)));
}
