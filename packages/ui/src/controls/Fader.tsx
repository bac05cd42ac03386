import { toTravel } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { useSlider } from "../parameter/useSlider.js";
import { FaderScale } from "./FaderScale.js";
import { faderText } from "./faderTicks.js";
import { ValueText } from "./ValueText.js";

export interface FaderProps {
  /** A parameter in decibels; its taper is the fader's. */
  readonly handle: ParameterHandle;
  readonly name?: string;
  /** Whether the scale is drawn beside it. Default true. */
  readonly showScale?: boolean;
  /** Whether the value is written below. Default true. */
  readonly showValue?: boolean;
  /** How the value reads, to the eye and to screen readers; without one in dB, −∞ at the bottom of a fader taper. */
  readonly format?: (number: number) => string;
  readonly disabled?: boolean;
}

/** As `--hr-cap-height` in the stylesheet: the cap's height is no travel. */
const CAP_HEIGHT = 34;

/** A vertical fader with a decibel scale, as tall as the space it is given. The cap follows the pointer. */
export function Fader({ handle, name, showScale = true, showValue = true, format, disabled }: FaderProps) {
  const { spec } = handle;
  const slider = useSlider(handle, {
    name,
    disabled,
    format: format ?? ((number) => faderText(spec, number)),
    // The grip's cap moves one pixel for one pixel of the pointer.
    dragInset: CAP_HEIGHT,
    draw: (number, element) => element.style.setProperty("--hr-travel", toTravel(spec, number).toFixed(5)),
  });
  return (
    <div className="hr-control" style={{ height: "100%" }}>
      <div className="hr-fader" style={{ flex: 1, ...(showScale ? {} : { width: 26 }) }}>
        {showScale && spec.kind !== "choice" && spec.kind !== "toggle" && <FaderScale spec={spec} inset={CAP_HEIGHT} />}
        <div className="hr-slider hr-fader-grip" ref={slider.ref} style={showScale ? undefined : { left: -26 }}>
          <div className="hr-fader-slot" />
          <div className="hr-fader-cap" />
        </div>
      </div>
      {showValue ? <ValueText handle={handle} slider={slider} /> : null}
    </div>
  );
}
