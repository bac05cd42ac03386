import { toTravel } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { Knob, knobDegrees } from "@headroom/ui";
import { signed } from "../trim-plan.js";

const SIZE = 116;
/** Of the numbers, from the middle, in CSS pixels. */
const RADIUS = 66;
const MARKS = [-60, -24, -12, -6, 0, 6, 12, 24] as const;

/** The gain as a large knob with its scale. */
export function GainDial({ handle }: { readonly handle: ParameterHandle<number> }) {
  return (
    <div className="gain-trim-dial">
      <Knob handle={handle} size={SIZE} label="" format={signed} />
      <svg viewBox="-90 -90 180 180" aria-hidden="true">
        <text className="gain-trim-dial-name" y={RADIUS - 12}>
          Gain
        </text>
        {MARKS.map((mark) => {
          const radians = (knobDegrees(toTravel(handle.spec, mark)) * Math.PI) / 180;
          return (
            <text key={mark} x={RADIUS * Math.sin(radians)} y={-RADIUS * Math.cos(radians)} data-unity={mark === 0 || undefined}>
              {mark > 0 ? `+${mark}` : String(mark).replace("-", "−")}
            </text>
          );
        })}
      </svg>
    </div>
  );
}
