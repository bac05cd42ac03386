import type { Strip } from "@headroom/session";
import { type KeyboardEvent, memo, useRef, useState } from "react";
import { EmptySlot } from "./EmptySlot.js";
import { FaderLine } from "./FaderLine.js";
import { FilledSlot } from "./FilledSlot.js";

/** A strip's insert slots and the fader's place among them. The slots are one tab stop: the arrow keys go from slot to slot. */
export const SlotRack = memo(function SlotRack({ strip }: { readonly strip: Strip }) {
  const list = useRef<HTMLOListElement>(null);
  const [active, setActive] = useState(0);

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (direction === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.min(strip.inserts.length - 1, Math.max(0, active + direction));
    setActive(next);
    list.current?.querySelectorAll<HTMLElement>("[data-slot-focus]")[next]?.focus();
  };
  return (
    <ol ref={list} className="slots" aria-label={`Inserts of ${strip.name}`} onKeyDown={onKeyDown}>
      {strip.inserts.map((insert, slot) => {
        const place = { stripId: strip.id, stripName: strip.name, slot, tabIndex: slot === active ? 0 : -1 };
        return (
          <li key={insert?.id ?? `empty ${slot}`} className="slot" data-strip={strip.id} data-slot={slot} data-after={slot >= strip.slotsBeforeFader || undefined} onFocus={() => setActive(slot)}>
            {insert ? <FilledSlot insert={insert} place={place} /> : <EmptySlot place={place} />}
          </li>
        );
      })}
      <FaderLine strip={strip} />
    </ol>
  );
});
