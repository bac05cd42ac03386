import type { Strip } from "@headroom/session";
import { useRuntime } from "../app/runtime.js";
import { atPointer, below } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";
import { useObservable } from "../state/observable.js";
import { renaming } from "./renaming.js";
import { selectStrip } from "./selection.js";
import { openStripMenu } from "./strip-menu.js";

/** A strip's colour and name: a click selects, a double click or F2 renames, the right button opens its menu. */
export function StripName({ strip }: { readonly strip: Strip }) {
  const runtime = useRuntime();
  const isRenaming = useObservable(renaming) === strip.id;
  if (isRenaming) return <NameEntry strip={strip} />;
  return (
    <div className="strip-name">
      <button
        type="button"
        className="strip-name-text"
        data-strip-focus={strip.id}
        title={`${strip.name} — double-click to rename`}
        onClick={() => selectStrip(strip.id)}
        onDoubleClick={() => renaming.set(strip.id)}
        onContextMenu={(event) => {
          event.preventDefault();
          openStripMenu(runtime, strip, atPointer(event));
        }}
      >
        {strip.name || "Unnamed"}
      </button>
      <button
        type="button"
        className="strip-menu-button"
        aria-label={`Menu of ${strip.name}`}
        aria-haspopup="menu"
        onClick={(event) => openStripMenu(runtime, strip, below(event.currentTarget))}
      >
        ⋮
      </button>
    </div>
  );
}

function NameEntry({ strip }: { readonly strip: Strip }) {
  const { document } = useRuntime();
  const finish = (name: string) => {
    if (renaming.value !== strip.id) return;
    renaming.set(undefined);
    if (name.trim() !== "" && name !== strip.name) attempt(() => document.strips.rename(strip.id, name.trim()));
  };
  return (
    <input
      className="strip-name-entry"
      aria-label={`New name of ${strip.name}`}
      defaultValue={strip.name}
      maxLength={200}
      ref={(input) => {
        input?.focus();
        input?.select();
      }}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") finish(event.currentTarget.value);
        if (event.key === "Escape") renaming.set(undefined);
      }}
    />
  );
}
