import { MASTER_ID, type Strip } from "@headroom/session";
import { type KeyboardEvent, memo, useRef, useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { below } from "../menu/menu-request.js";
import { useSession } from "../session/use-session.js";
import { inMixerOrder } from "../strips/mixer-order.js";
import { openNewSendMenu } from "./send-menu.js";
import { SendRow } from "./SendRow.js";

/** A strip's sends, and where another is added. Tab stops at one row and at the levels; the arrow keys go from row to row. */
export const SendList = memo(function SendList({ strip }: { readonly strip: Strip }) {
  const runtime = useRuntime();
  const order = useSession(inMixerOrder);
  const list = useRef<HTMLOListElement>(null);
  const [chosen, setActive] = useState(0);
  const active = Math.min(chosen, strip.sends.length);

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (direction === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.min(strip.sends.length, Math.max(0, active + direction));
    setActive(next);
    list.current?.querySelectorAll<HTMLElement>("[data-send-focus]")[next]?.focus();
  };
  // A session keeps sends in no order: they stand as their targets do, the master last.
  const place = (to: string) => (to === MASTER_ID ? order.length : order.indexOf(to));
  const sends = strip.sends.toSorted((a, b) => place(a.to) - place(b.to));
  // The master feeds the speakers alone; the room keeps the faders in line.
  if (strip.kind === "master") return <div className="sends" />;
  return (
    <ol
      ref={list}
      className="sends"
      aria-label={`Sends of ${strip.name}`}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const at = [...(list.current?.querySelectorAll("[data-send-focus]") ?? [])].indexOf(target);
        if (at >= 0) setActive(at);
      }}
    >
      {sends.map((send, index) => (
        <SendRow key={send.id} strip={strip} send={send} tabIndex={index === active ? 0 : -1} />
      ))}
      <li>
        <button
          type="button"
          className="send-add"
          data-send-focus=""
          data-new-send={strip.id}
          tabIndex={active === strip.sends.length ? 0 : -1}
          aria-label={`Add a send of ${strip.name}`}
          aria-haspopup="menu"
          onClick={(event) => openNewSendMenu(runtime, strip, below(event.currentTarget))}
        >
          + Send
        </button>
      </li>
    </ol>
  );
});
