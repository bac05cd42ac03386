import type { Insert } from "@headroom/session";
import { type KeyboardEvent, memo } from "react";
import { useRuntime } from "../app/runtime.js";
import { atPointer } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";
import { useObservable } from "../state/observable.js";
import { openWindow } from "../windows/open-windows.js";
import { InsertState } from "./InsertState.js";
import { openInsertMenu } from "./insert-menu.js";
import { KEY_MOVES, moveByKey } from "./move-insert.js";
import { MixDial } from "./MixDial.js";
import { dragSlot } from "./slot-drag.js";
import { focusSlot, type SlotPlace } from "./slot-place.js";
import { SlotPicture } from "./SlotPicture.js";
import { useInsertStatus } from "./use-insert-status.js";

interface FilledSlotProps {
  readonly insert: Insert;
  readonly place: SlotPlace;
}

/** A slot with an insert: a click opens its window, a drag moves it, Ctrl-drag copies it. */
export const FilledSlot = memo(function FilledSlot({ insert, place }: FilledSlotProps) {
  const runtime = useRuntime();
  const { document, plugins } = runtime;
  useObservable(plugins.descriptors);
  const name = plugins.name(insert.plugin);
  const descriptor = plugins.descriptor(insert.plugin);
  const status = useInsertStatus(insert.id);
  const state = status?.state ?? "loading";

  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.altKey ? KEY_MOVES[event.key] : undefined;
    if (move) moveByKey(document, insert.id, move);
    else if (event.key === "Delete" || event.key === "Backspace") {
      attempt(() => document.inserts.remove(insert.id));
      focusSlot(place.stripId, place.slot);
    } else if (event.key === "b" && !event.ctrlKey && !event.metaKey) attempt(() => document.inserts.setBypass(insert.id, !insert.bypass));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="slot-filled"
      data-bypass={insert.bypass || undefined}
      data-state={state}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        event.preventDefault();
        openInsertMenu(runtime, insert.id, atPointer(event));
      }}
    >
      <button
        type="button"
        className="slot-bypass"
        tabIndex={-1}
        aria-pressed={!insert.bypass}
        aria-label={`${name} on, slot ${place.slot + 1} of ${place.stripName}`}
        title={insert.bypass ? "Bypassed: click to switch on (B)" : "On: click to bypass (B)"}
        onClick={() => attempt(() => document.inserts.setBypass(insert.id, !insert.bypass))}
      />
      <button
        type="button"
        className="slot-name"
        data-slot-focus
        tabIndex={place.tabIndex}
        aria-label={`${name}, slot ${place.slot + 1} of ${place.stripName}${insert.bypass ? ", bypassed" : ""}${state === "running" ? "" : `, ${state}`}`}
        onPointerDown={(event) => dragSlot(event, runtime, insert.id, name)}
        onClick={() => openWindow(insert.id)}
      >
        {name}
      </button>
      {descriptor && !insert.bypass && <SlotPicture insertId={insert.id} descriptor={descriptor} />}
      <MixDial insertId={insert.id} name={`Mix of ${name}, slot ${place.slot + 1} of ${place.stripName}`} />
      <InsertState insertId={insert.id} state={state} reason={status?.reason} />
    </div>
  );
});
