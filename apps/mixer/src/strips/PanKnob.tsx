import type { Strip } from "@headroom/session";
import { Knob } from "@headroom/ui";
import { panText, type StripControlName } from "../engine/strip-controls.js";
import { useLinkedControl } from "./use-linked-control.js";

/** A strip's place between left and right; in the mode `dual` the places of both its sides. */
export function PanKnob({ strip }: { readonly strip: Strip }) {
  return (
    <div className="strip-pan" title={strip.panMode === "dual" ? "Places of the left and the right side" : undefined}>
      {strip.panMode === "dual" ? (
        <>
          <OnePan strip={strip} control="panLeft" name={`Left pan of ${strip.name}`} size={20} />
          <OnePan strip={strip} control="panRight" name={`Right pan of ${strip.name}`} size={20} />
        </>
      ) : (
        <OnePan strip={strip} control="pan" name={`Pan of ${strip.name}`} size={24} showValue />
      )}
    </div>
  );
}

interface OnePanProps {
  readonly strip: Strip;
  readonly control: StripControlName;
  readonly name: string;
  readonly size: number;
  readonly showValue?: boolean;
}

function OnePan({ strip, control, name, size, showValue = false }: OnePanProps) {
  const handle = useLinkedControl(strip.id, control);
  return <Knob handle={handle} size={size} label="" name={name} format={panText} showValue={showValue} />;
}
