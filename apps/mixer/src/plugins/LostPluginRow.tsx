import type { LostPlugin } from "@headroom/session";
import { Trash2 } from "lucide-react";
import { useRuntime } from "../app/runtime.js";

/** A plugin of the list that does not load any more: why, and the way to be rid of it. */
export function LostPluginRow({ plugin: { id, name, fault } }: { readonly plugin: LostPlugin }) {
  const runtime = useRuntime();
  return (
    <li className="plugin-row plugin-lost">
      <div>
        <div className="plugin-name">{name}</div>
        <div className="plugin-lost-fault">{fault}</div>
      </div>
      <div className="plugin-actions">
        <button type="button" className="icon-button" aria-label={`Remove ${name} from the list`} title="Remove: its inserts keep their places and values" onClick={() => void runtime.plugins.remove(runtime.engine.value, id)}>
          <Trash2 size={14} aria-hidden="true" />
        </button>
      </div>
    </li>
  );
}
