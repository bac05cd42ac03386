import type { PluginDescriptor } from "@headroom/sdk";
import type { Insert } from "@headroom/session";
import { ValueField } from "@headroom/ui";
import { X } from "lucide-react";
import { type PointerEvent, useMemo } from "react";
import { useRuntime } from "../app/runtime.js";
import { PresetPicker } from "../presets/PresetPicker.js";
import { attempt } from "../session/attempt.js";
import { leaveWindow } from "./leave-window.js";
import { SettingSwitch } from "./SettingSwitch.js";
import { SidechainSelect } from "./SidechainSelect.js";

interface WindowBarProps {
  readonly insert: Insert;
  readonly title: string;
  readonly stripName: string;
  /** `undefined` while the plugin is not loaded. */
  readonly descriptor: PluginDescriptor | undefined;
  readonly onDrag: (event: PointerEvent<HTMLElement>) => void;
}

/** A plugin window's title, with bypass, presets, the two settings and mix. In a narrow window it has two rows. */
export function WindowBar({ insert, title, stripName, descriptor, onDrag }: WindowBarProps) {
  const { document, handles } = useRuntime();
  const mix = useMemo(() => handles.mix(insert.id), [handles, insert.id]);
  return (
    <header
      className="window-bar"
      onPointerDown={(event) => {
        if (event.button === 0 && !(event.target as Element).closest("button, [role=spinbutton], input")) onDrag(event);
      }}
    >
      <div className="window-bar-rows">
        <div className="window-heading">
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
        </div>
        <div className="window-tools">
          {descriptor && <PresetPicker insert={insert} descriptor={descriptor} />}
          {descriptor && descriptor.io.sidechain.length > 0 && <SidechainSelect insert={insert} title={title} />}
          <SettingSwitch insert={insert} title={title} descriptor={descriptor} />
        </div>
        <div className="window-mix">
          <span className="window-label" aria-hidden="true">
            Mix
          </span>
          <ValueField handle={mix} label="" name={`Mix of ${title}`} />
        </div>
        <button type="button" className="icon-button window-close" aria-label={`Close ${title} of ${stripName}`} title="Close (Esc)" onClick={() => leaveWindow(document, insert.id)}>
          <X size={15} aria-hidden="true" />
        </button>
      </div>
    </header>
  );
}
