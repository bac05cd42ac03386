import type { Strip } from "@headroom/session";
import { Knob } from "@headroom/ui";
import { useMemo } from "react";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";

/** Input gain and polarity, before the inserts. */
export function TrimRow({ strip }: { readonly strip: Strip }) {
  const { handles, document } = useRuntime();
  const handle = useMemo(() => handles.strip(strip.id, "trimDb"), [handles, strip.id]);
  const isInverted = strip.invert[0] && strip.invert[1];
  const isPartly = strip.invert[0] !== strip.invert[1];
  return (
    <div className="strip-row strip-trim">
      <Knob handle={handle} size={24} label="" name={`Trim of ${strip.name}`} />
      <button
        type="button"
        className="hr-button strip-polarity"
        aria-pressed={isPartly ? "mixed" : isInverted}
        aria-label={`Invert polarity of ${strip.name}`}
        title={isPartly ? "Polarity inverted on one side" : "Invert polarity"}
        onClick={() => attempt(() => document.strips.set(strip.id, { invert: [!isInverted, !isInverted] }))}
      >
        ø
      </button>
    </div>
  );
}
