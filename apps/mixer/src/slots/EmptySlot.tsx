import { useRuntime } from "../app/runtime.js";
import { atPointer, below } from "../menu/menu-request.js";
import { openPluginMenu } from "./plugin-menu.js";
import type { SlotPlace } from "./slot-place.js";

/** A slot without an insert: a click offers the plugins. */
export function EmptySlot({ place }: { readonly place: SlotPlace }) {
  const runtime = useRuntime();
  return (
    <button
      type="button"
      className="slot-empty"
      data-slot-focus
      tabIndex={place.tabIndex}
      aria-label={`Slot ${place.slot + 1} of ${place.stripName}, empty: add a plugin`}
      aria-haspopup="menu"
      onClick={(event) => openPluginMenu(runtime, place, below(event.currentTarget))}
      onContextMenu={(event) => {
        event.preventDefault();
        openPluginMenu(runtime, place, atPointer(event));
      }}
    >
      <span aria-hidden="true">+</span>
    </button>
  );
}
