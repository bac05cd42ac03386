import { faderText, Knob } from "@headroom/ui";
import { type KeyboardEvent, useMemo, useRef } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { useRuntime } from "../app/runtime.js";
import { panText, SEND_CONTROLS } from "../engine/strip-controls.js";
import { attempt } from "../session/attempt.js";
import { findSend, type PlacedSend } from "../session/find-send.js";
import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { routeTargets } from "../strips/route-targets.js";
import { openSend } from "./send-panel-state.js";

/** Everything of the send that {@link openSend} names, beside its row. */
export function SendPanel() {
  const open = useObservable(openSend);
  const session = useSession((now) => now);
  const placed = open && findSend(session, open.sendId);
  const anchor = useRef<HTMLDivElement>(null);
  const close = () => openSend.set(undefined);
  const { x, y, width, height } = open?.place ?? { x: 0, y: 0, width: 0, height: 0 };
  return (
    <>
      <div ref={anchor} className="menu-anchor" style={{ left: x, top: y, width, height }} />
      <Popover triggerRef={anchor} isOpen={placed !== undefined} onOpenChange={(isOpen) => !isOpen && close()} placement="right top" offset={6} className="menu-popover">
        {placed && <Content placed={placed} onClose={close} />}
      </Popover>
    </>
  );
}

function Content({ placed: { send, strip }, onClose }: { readonly placed: PlacedSend; readonly onClose: () => void }) {
  const { document, handles } = useRuntime();
  const session = useSession((now) => now);
  const level = useMemo(() => handles.send(send.id, "levelDb"), [handles, send.id]);
  const pan = useMemo(() => handles.send(send.id, "pan"), [handles, send.id]);
  const set = (fields: Parameters<typeof document.sends.set>[1]) => void attempt(() => document.sends.set(send.id, fields));
  const target = session.strips[send.to];
  const way = `${strip.name} to ${target?.name ?? send.to}`;
  return (
    <AriaDialog className="send-panel" aria-label={`Send of ${way}`}>
      <div className="send-panel-content" onKeyDown={keepKeys} style={{ "--hr-knob-color": target?.color }}>
        <label className="send-panel-target">
          <span>{strip.name} to</span>
          <select className="hr-select" aria-label={`Target of the send of ${strip.name}`} value={send.to} onChange={({ target: { value } }) => set({ to: value })}>
            {routeTargets(session, strip.id).map(({ id, name, loop }) => (
              <option key={id} value={id} disabled={loop !== undefined}>
                {loop === undefined ? name : `${name} — a loop: ${loop}`}
              </option>
            ))}
          </select>
        </label>
        <div className="send-panel-row">
          <Knob handle={level} name={`Level of the send of ${way}`} format={(db) => faderText(SEND_CONTROLS.levelDb.spec, db)} />
          <Knob handle={pan} name={`Pan of the send of ${way}`} format={panText} />
        </div>
        <div className="send-panel-row">
          <button type="button" className="hr-button" aria-pressed={send.preFader} onClick={() => set({ preFader: !send.preFader })}>
            Pre fader
          </button>
          <button type="button" className="hr-button strip-mute" aria-pressed={send.mute} onClick={() => set({ mute: !send.mute })}>
            Mute
          </button>
          <button
            type="button"
            className="hr-button"
            onClick={() => {
              onClose();
              attempt(() => document.sends.remove(send.id));
            }}
          >
            Remove
          </button>
        </div>
      </div>
    </AriaDialog>
  );
}

/** Keys without Ctrl belong to the panel, not to the selected strip. */
function keepKeys(event: KeyboardEvent): void {
  if (event.key !== "Escape" && !event.ctrlKey && !event.metaKey) event.stopPropagation();
}
