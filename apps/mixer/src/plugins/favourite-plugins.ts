import { Observable } from "../state/observable.js";

const KEY = "headroom.favourite-plugins";

/** Ids of the plugins that stand first where plugins are chosen. Stored. */
export const favouritePlugins = new Observable<ReadonlySet<string>>(storedFavourites());

/** Plugins as they are offered: favourites first, each part in the order it came in. */
export function favouritesFirst<Plugin extends { readonly id: string }>(plugins: readonly Plugin[]): readonly Plugin[] {
  return plugins.toSorted((a, b) => Number(favouritePlugins.value.has(b.id)) - Number(favouritePlugins.value.has(a.id)));
}

export function toggleFavourite(pluginId: string): void {
  const next = new Set(favouritePlugins.value);
  if (!next.delete(pluginId)) next.add(pluginId);
  favouritePlugins.set(next);
  try {
    localStorage.setItem(KEY, JSON.stringify([...next]));
  } catch {
    // A browser that keeps nothing for this page keeps them until it closes.
  }
}

function storedFavourites(): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []);
  } catch {
    return new Set();
  }
}
