import type { Strip } from "@headroom/session";
import { Knob } from "@headroom/ui";
import { useRuntime } from "../app/runtime.js";
import { sections } from "../sections/sections.js";
import { attempt } from "../session/attempt.js";
import { useObservable } from "../state/observable.js";
import { useLinkedControl } from "./use-linked-control.js";

/** Input gain and polarity, before the inserts. */
export function TrimRow({ strip }: { readonly strip: Strip }) {
  const { document } = useRuntime();
  const handle = useLinkedControl(strip.id, "trimDb");
  const isOpen = useObservable(sections).input;
  const isInverted = strip.invert[0] && strip.invert[1];
  const isPartly = strip.invert[0] !== strip.invert[1];
  return (
    <div className="strip-row strip-trim">
      <Knob handle={handle} size={24} label="" name={`Trim of ${strip.name}`} />
      {!isOpen && isInputSet(strip) && <span className="strip-input-set" role="img" aria-label="Input details are set" title="Swap, width, pan law or delay is set: press I to see it" />}
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

/** Whether anything is set of what the input's details show alone. */
function isInputSet({ swap, width, panLawDb, delaySeconds }: Strip): boolean {
  return swap || width !== 1 || panLawDb !== null || delaySeconds !== 0;
}
