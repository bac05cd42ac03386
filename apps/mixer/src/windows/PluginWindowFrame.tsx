import { memo, useEffect, useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { ErrorBoundary } from "../app/ErrorBoundary.js";
import { findInsert } from "../session/find-insert.js";
import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { dragWindow } from "./drag-window.js";
import { keepOnScreen } from "./keep-on-screen.js";
import { leaveWindow } from "./leave-window.js";
import { moveWindow, type PluginWindow, raiseWindow } from "./open-windows.js";
import { PluginContent } from "./PluginContent.js";
import { isSwitchKey, switchSetting } from "./switch-setting.js";
import { WindowBar } from "./WindowBar.js";
import { WindowStateNote } from "./WindowStateNote.js";

/** A floating plugin window: drag it by its title, Escape closes it. */
export const PluginWindowFrame = memo(function PluginWindowFrame({ window }: { readonly window: PluginWindow }) {
  const { insertId, x, y } = window;
  const { plugins, document } = useRuntime();
  useObservable(plugins.descriptors);
  const placed = useSession((session) => findInsert(session, insertId)?.insert);
  const strip = useSession((session) => findInsert(session, insertId)?.strip);
  const frame = useRef<HTMLElement>(null);
  useEffect(() => frame.current?.focus({ preventScroll: true }), []);
  useEffect(() => (frame.current ? keepOnScreen(frame.current, (left, top) => moveWindow(insertId, left, top)) : undefined), [insertId]);
  if (!placed || !strip) return null;
  const descriptor = plugins.descriptor(placed.plugin);
  const name = plugins.name(placed.plugin);
  return (
    <section
      ref={frame}
      tabIndex={-1}
      className="window"
      role="dialog"
      aria-label={`${name} — ${strip.name}`}
      data-insert={insertId}
      style={{ transform: `translate(${x}px, ${y}px)`, "--strip-color": strip.color }}
      onPointerDownCapture={() => raiseWindow(insertId)}
      onKeyDown={(event) => {
        const isSwitch = isSwitchKey(event.nativeEvent);
        if (event.key !== "Escape" && !isSwitch) return;
        event.stopPropagation();
        event.preventDefault();
        if (isSwitch) switchSetting(document, insertId);
        else leaveWindow(document, insertId);
      }}
    >
      <WindowBar
        insert={placed}
        title={name}
        descriptor={descriptor}
        stripName={strip.name}
        onDrag={(event) => frame.current && dragWindow(event.nativeEvent, event.currentTarget, frame.current, (left, top) => moveWindow(insertId, left, top))}
      />
      <WindowStateNote insertId={insertId} />
      <ErrorBoundary what={`The view of ${name}`}>
        {descriptor ? <PluginContent insertId={insertId} descriptor={descriptor} /> : <p className="window-note">{name} is not loaded.</p>}
      </ErrorBoundary>
    </section>
  );
});
