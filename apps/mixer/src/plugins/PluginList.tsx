import { Search } from "lucide-react";
import { useMemo, useState } from "react";
import { Dialog } from "../app/Dialog.js";
import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";
import { AddPlugin } from "./AddPlugin.js";
import { favouritePlugins } from "./favourite-plugins.js";
import { filterPlugins, type PluginFilter } from "./filter-plugins.js";
import { LostPluginRow } from "./LostPluginRow.js";
import { pluginListShown } from "./plugin-list-state.js";
import { PluginRow } from "./PluginRow.js";
import "./plugins.css";

/** All plugins: to search, to mark, to add, to load anew, to remove. */
export function PluginList() {
  const isOpen = useObservable(pluginListShown);
  return (
    <Dialog title="Plugins" isOpen={isOpen} onClose={() => pluginListShown.set(false)} panelWidth={860}>
      <Contents />
    </Dialog>
  );
}

function Contents() {
  const { plugins } = useRuntime();
  const entries = useObservable(plugins.entries);
  const faults = useObservable(plugins.faults);
  const lost = useObservable(plugins.lost);
  const favourites = useObservable(favouritePlugins);
  const [filter, setFilter] = useState<PluginFilter>({ text: "", feature: undefined, onlyFavourites: false });
  const [fault, setFault] = useState<string>();
  const features = useMemo(() => [...new Set(entries.flatMap(({ descriptor }) => descriptor.features))].sort(), [entries]);
  const shown = filterPlugins(entries, favourites, filter);
  return (
    <>
      <div className="plugin-tools">
        <label className="plugin-search">
          <Search size={14} aria-hidden="true" />
          <input type="search" placeholder="Search name, vendor or kind" aria-label="Search plugins" autoFocus value={filter.text} onChange={({ target }) => setFilter({ ...filter, text: target.value })} />
        </label>
        <select className="plugin-feature" aria-label="Kind" value={filter.feature ?? ""} onChange={({ target }) => setFilter({ ...filter, feature: target.value || undefined })}>
          <option value="">All kinds</option>
          {features.map((feature) => (
            <option key={feature}>{feature}</option>
          ))}
        </select>
        <button type="button" className="hr-button" aria-pressed={filter.onlyFavourites} onClick={() => setFilter({ ...filter, onlyFavourites: !filter.onlyFavourites })}>
          Favourites
        </button>
      </div>
      <ul className="panel-list plugin-list" aria-label="Plugins">
        {shown.map((entry) => (
          <PluginRow key={entry.descriptor.id} entry={entry} isFavourite={favourites.has(entry.descriptor.id)} onFault={setFault} />
        ))}
        {lost.map((plugin) => (
          <LostPluginRow key={plugin.id} plugin={plugin} />
        ))}
        {faults.map((fault) => (
          <li key={fault} className="plugin-fault">
            {fault}
          </li>
        ))}
      </ul>
      <p className="plugin-count" role="status">
        {shown.length === 0 ? "No plugin is of that name and kind." : `${shown.length} of ${entries.length} plugins`}
      </p>
      <AddPlugin fault={fault} onFault={setFault} />
    </>
  );
}
