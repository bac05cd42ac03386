import { toTravel } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { useId } from "react";
import { parameterLabel } from "../parameter/parameterName.js";
import { useSlider } from "../parameter/useSlider.js";
import { arcOrigin, arcPath, knobDegrees } from "./knobShape.js";
import { ValueText } from "./ValueText.js";

export interface KnobProps {
  readonly handle: ParameterHandle;
  /** Diameter in CSS pixels. Default 40. */
  readonly size?: number;
  /** Shown above; the parameter's own without one, none for "". */
  readonly label?: string;
  /** Accessible name where the parameter's own does not tell it apart. */
  readonly name?: string;
  /** Whether the value is written below. Default true. */
  readonly showValue?: boolean;
  /** How the value reads, to the eye and to screen readers; as its unit says without one. */
  readonly format?: (number: number) => string;
  /** CSS colour of the arc; the accent without one. */
  readonly color?: string;
  readonly disabled?: boolean;
}

/** CSS pixels of drag for the whole travel, whatever the knob's size. */
const DRAG_LENGTH = 220;
const RADIUS = 17;

/** A rotary control. Its arc starts at zero where the range runs through it. */
export function Knob({ handle, size = 40, label = parameterLabel(handle), name, showValue = true, format, color, disabled }: KnobProps) {
  const bodyId = useId();
  const origin = arcOrigin(handle.spec);
  const slider = useSlider(handle, {
    dragLength: DRAG_LENGTH,
    name,
    disabled,
    format,
    draw: (number, element) => {
      const travel = toTravel(handle.spec, number);
      element.querySelector("[data-arc]")?.setAttribute("d", arcPath(RADIUS, origin, travel));
      element.querySelector("[data-pointer]")?.setAttribute("transform", `rotate(${knobDegrees(travel).toFixed(2)})`);
    },
  });
  return (
    <div className="hr-control" style={color === undefined ? undefined : { ["--hr-knob-color" as string]: color }}>
      {label !== "" && (
        <span className="hr-control-label" aria-hidden="true">
          {label}
        </span>
      )}
      <div className="hr-slider" ref={slider.ref} style={{ width: size, height: size }}>
        <svg className="hr-knob-dial" width={size} height={size} viewBox="-20 -20 40 40" aria-hidden="true">
          <linearGradient id={bodyId} x1="0" y1="0" x2="0" y2="1">
            <stop className="hr-knob-top" offset="0" />
            <stop className="hr-knob-bottom" offset="1" />
          </linearGradient>
          <path className="hr-knob-track" d={arcPath(RADIUS, 0, 1)} strokeWidth={2.5} />
          <path className="hr-knob-arc" data-arc strokeWidth={2.5} />
          <circle className="hr-knob-body" r={12.5} fill={`url(#${bodyId})`} strokeWidth={0.75} />
          <line className="hr-knob-pointer" data-pointer y1={-10.5} y2={-5} strokeWidth={2} />
        </svg>
      </div>
      {showValue ? <ValueText handle={handle} slider={slider} /> : null}
    </div>
  );
}
