import type { Strip } from "@headroom/session";
import { Knob } from "@headroom/ui";
import { useMemo } from "react";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { DelayEntry } from "./DelayEntry.js";
import { InputButton } from "./InputButton.js";
import { PanLawSelect } from "./PanLawSelect.js";
import { StripTiming } from "./StripTiming.js";
import "./input.css";

/** What a strip does with its input and its place, beside trim and pan: polarity of each side, swap, width, pan mode and law, delay. */
export function InputDetails({ strip }: { readonly strip: Strip }) {
  const { document, handles } = useRuntime();
  const width = useMemo(() => handles.strip(strip.id, "width"), [handles, strip.id]);
  const [left, right] = strip.invert;
  const set = (settings: Parameters<typeof document.strips.set>[1]) => () => void attempt(() => document.strips.set(strip.id, settings));
  return (
    <div className="input-details" role="group" aria-label={`Input of ${strip.name}`}>
      <div className="input-row">
        <InputButton mark="ø L" name={`Invert the left side of ${strip.name}`} isOn={left} onClick={set({ invert: [!left, right] })} />
        <InputButton mark="ø R" name={`Invert the right side of ${strip.name}`} isOn={right} onClick={set({ invert: [left, !right] })} />
        <InputButton mark="⇄" name={`Swap left and right of ${strip.name}`} isOn={strip.swap} onClick={set({ swap: !strip.swap })} />
      </div>
      <div className="input-row">
        <div className="input-width" title="Stereo width: 0 % is mono, 200 % is sides doubled">
          <Knob handle={width} size={20} label="" name={`Width of ${strip.name}`} />
        </div>
        <InputButton
          mark="Dual"
          name={`Dual pan of ${strip.name}`}
          hint="Each side has a place of its own; else pan weighs the sides against each other"
          isOn={strip.panMode === "dual"}
          onClick={set({ panMode: strip.panMode === "dual" ? "balance" : "dual" })}
        />
      </div>
      <PanLawSelect strip={strip} />
      <DelayEntry strip={strip} />
      <StripTiming strip={strip} />
    </div>
  );
}
