import type { ReactNode } from "react";
import { atPointer, below, type MenuPlace } from "../menu/menu-request.js";
import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";
import { NameEntry } from "./NameEntry.js";
import { renaming } from "./renaming.js";
import { clickStripName } from "./select-by-pointer.js";
import { dragStrip } from "./strip-drag.js";
import { useIsSelected } from "./selection.js";

interface StripNameProps {
  /** A strip or a VCA. */
  readonly named: { readonly id: string; readonly name: string };
  readonly rename: (name: string) => void;
  readonly openNameMenu: (place: MenuPlace) => void;
  /** What stands behind the name. */
  readonly children?: ReactNode;
}

/** Colour and name of a strip or VCA: a click selects (several with Ctrl or Shift), a double click or F2 renames, the right button opens its menu. */
export function StripName({ named: { id, name }, rename, openNameMenu, children }: StripNameProps) {
  const runtime = useRuntime();
  const isSelected = useIsSelected(id);
  const isRenaming = useObservable(renaming) === id;
  if (isRenaming) return <NameEntry id={id} name={name} rename={rename} />;
  return (
    <div className="strip-name">
      <button
        type="button"
        className="strip-name-text"
        data-strip-focus={id}
        aria-pressed={isSelected}
        title={`${name} — double-click to rename; drag to move; Ctrl or Shift+click to select several`}
        onPointerDown={(event) => dragStrip(event, runtime, id)}
        onClick={(event) => clickStripName(runtime, id, event)}
        onDoubleClick={() => renaming.set(id)}
        onContextMenu={(event) => {
          event.preventDefault();
          openNameMenu(atPointer(event));
        }}
      >
        {name || "Unnamed"}
      </button>
      {children}
      <button type="button" className="strip-menu-button" aria-label={`Menu of ${name}`} aria-haspopup="menu" onClick={(event) => openNameMenu(below(event.currentTarget))}>
        ⋮
      </button>
    </div>
  );
}
