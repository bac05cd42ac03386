import { DELAY_RANGE_SECONDS, type Strip } from "@headroom/session";
import { NumberBox } from "@headroom/ui";
import { useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { delayUnit, inUnit, toSeconds } from "./delay-unit.js";

const STEPS = { ms: 0.1, samples: 1 };

let visits = 0;

/** How much later than the song says a strip is, or earlier below 0: typed, or stepped with the arrow keys. */
export function DelayEntry({ strip }: { readonly strip: Strip }) {
  const { document } = useRuntime();
  const unit = useObservable(delayUnit);
  const sampleRate = useSession((session) => session.sampleRate);
  const visit = useRef(visits);
  const most = inUnit(DELAY_RANGE_SECONDS, unit, sampleRate);
  const other = unit === "ms" ? "samples" : "ms";
  const set = (typed: number) => {
    const move = () => document.strips.set(strip.id, { delaySeconds: toSeconds(typed, unit, sampleRate) });
    // All steps of one visit to the field are one.
    attempt(() => document.edit(`Change delay of ${strip.name}`, move, { joins: `delay ${visit.current}` }));
  };
  return (
    <div
      className="input-row input-delay"
      title={`Delay: ${inUnit(strip.delaySeconds, "ms", sampleRate)} ms, ${inUnit(strip.delaySeconds, "samples", sampleRate)} samples; below 0 the strip is early and all others wait`}
      onFocus={() => (visit.current = ++visits)}
    >
      <NumberBox name={`Delay of ${strip.name} in ${unit === "ms" ? "milliseconds" : "samples"}`} value={inUnit(strip.delaySeconds, unit, sampleRate)} min={-most} max={most} step={STEPS[unit]} onChange={set} />
      <button type="button" className="hr-button input-button" aria-label={`Delays in ${unit}: change to ${other}`} title={`Delays in ${unit}: click for ${other}`} onClick={() => delayUnit.set(other)}>
        {unit === "ms" ? "ms" : "smp"}
      </button>
    </div>
  );
}
