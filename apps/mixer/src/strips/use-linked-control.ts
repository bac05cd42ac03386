import type { ParameterHandle } from "@headroom/sdk/view";
import { useMemo } from "react";
import { useRuntime } from "../app/runtime.js";
import type { Runtime } from "../app/runtime.js";
import { LinkedHandle } from "../engine/linked-handle.js";
import type { StripControlName } from "../engine/strip-controls.js";
import { linkedIn } from "./linked-edits.js";

/** A continuous control of a strip or VCA as its knob or fader holds it: it takes those of the other selected strips along. */
export function useLinkedControl(stripId: string, control: StripControlName): ParameterHandle<number> {
  const runtime = useRuntime();
  return useMemo(() => linkedControl(runtime, stripId, control), [runtime, stripId, control]);
}

function linkedControl({ document, handles }: Pick<Runtime, "document" | "handles">, stripId: string, control: StripControlName): ParameterHandle<number> {
  const handleOf = (id: string): ParameterHandle<number> | undefined => {
    const { strips, vcas } = document.snapshot();
    if (vcas[id]) return control === "faderDb" ? handles.vca(id) : undefined;
    // A pan that is not shown stays where it is.
    const isHidden = control.startsWith("pan") && strips[id]?.panMode !== strips[stripId]?.panMode;
    return isHidden ? undefined : handles.strip(id, control);
  };
  const own = document.snapshot().vcas[stripId] ? handles.vca(stripId) : handles.strip(stripId, control);
  return new LinkedHandle(own, () => linkedIn(document.snapshot(), stripId).flatMap((id) => (id === stripId ? [] : (handleOf(id) ?? []))));
}
