import type { Send, Strip } from "@headroom/session";
import { faderText } from "@headroom/ui";
import { type KeyboardEvent, useMemo } from "react";
import { useRuntime } from "../app/runtime.js";
import { SmallDial } from "../controls/SmallDial.js";
import { SEND_CONTROLS } from "../engine/strip-controls.js";
import { atPointer, below } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";
import { useStrip } from "../session/use-session.js";
import { focusNewSend } from "./send-focus.js";
import { openSendMenu } from "./send-menu.js";
import { openSend } from "./send-panel-state.js";

interface SendRowProps {
  readonly strip: Strip;
  readonly send: Send;
  readonly tabIndex: number;
}

const levelText = (db: number) => faderText(SEND_CONTROLS.levelDb.spec, db);

/** One send: on or off, where it goes, its level, and whether it is taken before the fader. */
export function SendRow({ strip, send, tabIndex }: SendRowProps) {
  const runtime = useRuntime();
  const { document, handles } = runtime;
  const target = useStrip(send.to);
  const level = useMemo(() => handles.send(send.id, "levelDb"), [handles, send.id]);
  const name = target?.name || send.to;
  const way = `send of ${strip.name} to ${name}`;

  const toggleMute = () => void attempt(() => document.sends.set(send.id, { mute: !send.mute }));
  const togglePre = () => void attempt(() => document.sends.set(send.id, { preFader: !send.preFader }));
  const remove = () => {
    if (attempt(() => document.sends.remove(send.id))) focusNewSend(strip.id);
  };
  const keys: Readonly<Record<string, () => void>> = { m: toggleMute, p: togglePre, Delete: remove, Backspace: remove };
  const onKeyDown = (event: KeyboardEvent) => {
    const run = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  return (
    <li
      className="send"
      data-muted={send.mute || undefined}
      style={{ "--dial-color": target?.color }}
      onContextMenu={(event) => {
        event.preventDefault();
        openSendMenu(runtime, send.id, atPointer(event));
      }}
    >
      <button type="button" className="slot-bypass send-on" tabIndex={-1} aria-pressed={!send.mute} aria-label={`On: ${way}`} title={send.mute ? "Muted: click to switch on (M)" : "On: click to mute (M)"} onClick={toggleMute} />
      <button
        type="button"
        className="send-name"
        data-send-focus={send.id}
        tabIndex={tabIndex}
        aria-haspopup="dialog"
        aria-label={`${way}, ${send.preFader ? "before" : "after"} the fader${send.mute ? ", muted" : ""}`.replace(/^s/, "S")}
        onClick={(event) => openSend.set({ sendId: send.id, place: below(event.currentTarget) })}
        onKeyDown={onKeyDown}
      >
        {name}
      </button>
      <SmallDial
        handle={level}
        name={`Level of the ${way}`}
        className="send-level"
        format={levelText}
        isTabStop
        draw={(db, element) => {
          element.title = `${levelText(db)} — drag up or down`;
          element.parentElement?.setAttribute("data-level", levelText(db));
        }}
      />
      <button type="button" className="send-pre" tabIndex={-1} aria-pressed={send.preFader} aria-label={`Before the fader: ${way}`} title={send.preFader ? "Taken before the fader (P)" : "Taken after the fader (P)"} onClick={togglePre}>
        P
      </button>
    </li>
  );
}
