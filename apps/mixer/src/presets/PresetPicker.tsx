import type { PluginDescriptor } from "@headroom/sdk";
import type { Insert } from "@headroom/session";
import { ChevronDown, ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo, useSyncExternalStore } from "react";
import { useRuntime } from "../app/runtime.js";
import { below } from "../menu/menu-request.js";
import { stepPreset } from "./load-preset.js";
import { currentPreset, presetsOf } from "./preset.js";
import { openPresetMenu } from "./preset-menu.js";
import "./presets.css";

interface PresetPickerProps {
  readonly insert: Insert;
  readonly descriptor: PluginDescriptor;
}

/** The name of the preset that an insert's setting came from, the menu of all, and the next and the previous one. */
export function PresetPicker({ insert, descriptor }: PresetPickerProps) {
  const runtime = useRuntime();
  const user = useSyncExternalStore(runtime.presets.subscribe, () => runtime.presets.of(descriptor.id));
  const presets = useMemo(() => presetsOf(descriptor, user), [descriptor, user]);
  const current = currentPreset(descriptor, insert, presets);
  const { name, isEdited, preset } = current;
  const state = isEdited ? ", edited" : preset ? "" : ", not among the presets of this browser";
  return (
    <div className="preset-picker" role="group" aria-label="Preset">
      <button type="button" className="preset-step" aria-label="Previous preset" title="Previous preset" onClick={() => stepPreset(runtime, insert.id, descriptor, -1)}>
        <ChevronLeft size={14} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="preset-name"
        aria-haspopup="menu"
        aria-label={`Preset: ${name}${state}`}
        title={`${name}${state}`}
        data-edited={isEdited || undefined}
        onClick={(event) => openPresetMenu(runtime, insert, descriptor, current, below(event.currentTarget))}
      >
        <span className="preset-text">{name}</span>
        {isEdited && <span className="preset-edited" aria-hidden="true" />}
        <ChevronDown size={12} aria-hidden="true" />
      </button>
      <button type="button" className="preset-step" aria-label="Next preset" title="Next preset" onClick={() => stepPreset(runtime, insert.id, descriptor, 1)}>
        <ChevronRight size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
