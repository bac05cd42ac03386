import type { Insert } from "@headroom/session";
import { ValueField } from "@headroom/ui";
import { X } from "lucide-react";
import { type PointerEvent, useMemo } from "react";
import { useRuntime } from "../app/runtime.js";
import { below } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";
import { leaveWindow } from "./leave-window.js";
import { openPresetMenu } from "./preset-menu.js";

interface WindowBarProps {
  readonly insert: Insert;
  readonly title: string;
  readonly stripName: string;
  readonly onDrag: (event: PointerEvent<HTMLElement>) => void;
}

/** A plugin window's title, with bypass, presets and mix. */
export function WindowBar({ insert, title, stripName, onDrag }: WindowBarProps) {
  const runtime = useRuntime();
  const { document, handles } = runtime;
  const mix = useMemo(() => handles.mix(insert.id), [handles, insert.id]);
  return (
    <header
      className="window-bar"
      onPointerDown={(event) => {
        if (event.button === 0 && !(event.target as Element).closest("button, [role=spinbutton], input")) onDrag(event);
      }}
    >
      <button
        type="button"
        className="slot-bypass"
        aria-pressed={!insert.bypass}
        aria-label={`${title} on`}
        title={insert.bypass ? "Bypassed: click to switch on" : "On: click to bypass"}
        onClick={() => attempt(() => document.inserts.setBypass(insert.id, !insert.bypass))}
      />
      <h2 className="window-title">
        {title} <span className="window-strip">{stripName}</span>
      </h2>
      <button type="button" className="hr-button" aria-haspopup="menu" onClick={(event) => openPresetMenu(runtime, insert, below(event.currentTarget))}>
        Presets
      </button>
      <span className="window-label" aria-hidden="true">
        Mix
      </span>
      <ValueField handle={mix} label="" name={`Mix of ${title}`} />
      <button type="button" className="icon-button" aria-label={`Close ${title} of ${stripName}`} title="Close (Esc)" onClick={() => leaveWindow(document, insert.id)}>
        <X size={15} aria-hidden="true" />
      </button>
    </header>
  );
}
