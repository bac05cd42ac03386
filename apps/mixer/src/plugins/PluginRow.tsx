import { RotateCw, Star, Trash2 } from "lucide-react";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { selectedStrip } from "../strips/selection.js";
import { openWindow } from "../windows/open-windows.js";
import { toggleFavourite } from "./favourite-plugins.js";
import { reloadPlugin } from "./load-plugin.js";
import type { CatalogEntry } from "./plugin-catalog.js";
import { pluginListShown } from "./plugin-list-state.js";
import { originText } from "./plugin-origin.js";

interface PluginRowProps {
  readonly entry: CatalogEntry;
  readonly isFavourite: boolean;
  /** What is wrong when it is loaded anew, in a sentence, or `undefined`. */
  readonly onFault: (fault: string | undefined) => void;
}

/** One plugin of the list: what it is, where it comes from, what can be done with it. */
export function PluginRow({ entry, isFavourite, onFault }: PluginRowProps) {
  const runtime = useRuntime();
  const { descriptor, origin, integrity } = entry;
  const { id, name, vendor, version, features } = descriptor;
  const isOwn = origin.kind !== "built-in";
  const insert = () => {
    pluginListShown.set(false);
    attempt(() => openWindow(runtime.document.inserts.add(selectedStrip.value, { plugin: id, version })));
  };
  return (
    <li className="plugin-row">
      <button type="button" className="icon-button plugin-star" aria-pressed={isFavourite} aria-label={`${name} is a favourite`} title={isFavourite ? "Favourite: click to unmark" : "Mark as favourite"} onClick={() => toggleFavourite(id)}>
        <Star size={15} aria-hidden="true" fill={isFavourite ? "currentColor" : "none"} />
      </button>
      <div className="plugin-what">
        <div className="plugin-name">
          {name} <span className="plugin-version">{version}</span>
        </div>
        <div className="plugin-vendor">
          {vendor} · {features.join(", ")}
        </div>
      </div>
      <div className="plugin-origin">
        <div className="plugin-source" title={originText(origin)}>
          {originText(origin)}
        </div>
        <div className="plugin-hash" title={integrity}>
          {integrity}
        </div>
      </div>
      <div className="plugin-actions">
        {isOwn && (
          <>
            <button type="button" className="icon-button" aria-label={`Load ${name} anew`} title={origin.kind === "file" ? "Choose its file again" : "Load anew from its source"} onClick={() => void reloadPlugin(runtime, entry, onFault)}>
              <RotateCw size={14} aria-hidden="true" />
            </button>
            <button type="button" className="icon-button" aria-label={`Remove ${name} from the list`} title="Remove: its inserts keep their places and values" onClick={() => void runtime.plugins.remove(runtime.engine.value, id)}>
              <Trash2 size={14} aria-hidden="true" />
            </button>
          </>
        )}
        <button type="button" className="hr-button" aria-label={`Insert ${name} into the selected strip`} onClick={insert}>
          Insert
        </button>
      </div>
    </li>
  );
}
