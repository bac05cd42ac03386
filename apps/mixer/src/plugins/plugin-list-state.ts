import { Observable } from "../state/observable.js";

/** Whether the list of plugins is shown. */
export const pluginListShown = new Observable(false);

export function openPluginList(): void {
  pluginListShown.set(true);
}
