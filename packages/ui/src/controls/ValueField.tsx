import type { ParameterHandle } from "@headroom/sdk/view";
import { parameterLabel } from "../parameter/parameterName.js";
import { useSlider } from "../parameter/useSlider.js";
import { TextEntry } from "./TextEntry.js";

export interface ValueFieldProps {
  readonly handle: ParameterHandle;
  /** Shown above; the parameter's own without one, none for "". */
  readonly label?: string;
  readonly name?: string;
  /** How the value reads; as its unit says without one. */
  readonly format?: (number: number) => string;
  readonly disabled?: boolean;
}

/** CSS pixels of drag for the whole travel. */
const DRAG_LENGTH = 300;

/** A parameter as a number in a box: drag it, wheel over it, or press Enter or a digit and type. */
export function ValueField({ handle, label = parameterLabel(handle), name, format, disabled }: ValueFieldProps) {
  const slider = useSlider(handle, {
    dragLength: DRAG_LENGTH,
    role: "spinbutton",
    name,
    disabled,
    format,
    draw: (_, element) => {
      const text = element.querySelector("[data-text]");
      if (text) text.textContent = slider.text();
    },
  });
  return (
    <div className="hr-control">
      {label !== "" && (
        <span className="hr-control-label" aria-hidden="true">
          {label}
        </span>
      )}
      <div style={{ position: "relative" }}>
        <div className="hr-slider hr-field" ref={slider.ref}>
          <span data-text aria-hidden="true" />
        </div>
        {slider.entry !== undefined && <TextEntry handle={handle} text={slider.entry} shown={slider.text()} onClose={slider.closeEntry} />}
      </div>
    </div>
  );
}
