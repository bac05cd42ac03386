import { INSERT_SLOTS, type Strip } from "@headroom/session";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";

let presses = 0;

/** The place of the fader among the slots: those below the line come after the fader. Drag it, or move it with the arrow keys. */
export function FaderLine({ strip }: { readonly strip: Strip }) {
  const { document } = useRuntime();
  const [pointed, setPointed] = useState<number>();
  const press = useRef(presses);
  const shown = pointed ?? strip.slotsBeforeFader;

  const place = (slots: number, joins?: string) => {
    const slotsBeforeFader = Math.min(INSERT_SLOTS, Math.max(0, slots));
    const move = () => document.strips.set(strip.id, { slotsBeforeFader });
    if (slotsBeforeFader !== strip.slotsBeforeFader) attempt(() => (joins === undefined ? move() : document.edit(`Change place of the fader of ${strip.name}`, move, { joins })));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowUp: strip.slotsBeforeFader - 1, ArrowDown: strip.slotsBeforeFader + 1, Home: 0, End: INSERT_SLOTS }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    // A held key is one gesture.
    if (!event.repeat) press.current = ++presses;
    place(to, `fader line ${press.current}`);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) setPointed(slotsAbove(event.currentTarget, event.clientY));
  };
  return (
    <li className="fader-line-place" style={{ "--slots-above": shown }} data-divides={shown < INSERT_SLOTS || undefined}>
      <div
        role="separator"
        className="fader-line"
        tabIndex={0}
        aria-orientation="horizontal"
        aria-label={`Place of the fader of ${strip.name}`}
        aria-valuemin={0}
        aria-valuemax={INSERT_SLOTS}
        aria-valuenow={shown}
        aria-valuetext={`${shown} slots before the fader, ${INSERT_SLOTS - shown} after`}
        title="Fader: slots below this line come after it. Drag it, or use the arrow keys."
        onPointerDown={(event) => event.button === 0 && event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onPointerUp={() => pointed !== undefined && place(pointed)}
        onLostPointerCapture={() => setPointed(undefined)}
        onDoubleClick={() => place(INSERT_SLOTS)}
        onKeyDown={onKeyDown}
      />
    </li>
  );
}

/** How many slots have their middle above a height on the screen. */
function slotsAbove(line: HTMLElement, clientY: number): number {
  const slots = [...(line.closest(".slots")?.querySelectorAll(".slot") ?? [])];
  return slots.filter((slot) => {
    const { top, bottom } = slot.getBoundingClientRect();
    return (top + bottom) / 2 < clientY;
  }).length;
}
