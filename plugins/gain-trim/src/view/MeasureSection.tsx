import type { ViewHost } from "@headroom/sdk/view";
import { ChoiceButtons, useParameter, ValueField } from "@headroom/ui";
import { useId } from "react";
import type { GainTrimParams, GainTrimReadouts } from "../params.js";
import { inUnit } from "../trim-plan.js";
import { useListening } from "./useListening.js";
import { usePlan } from "./usePlan.js";

/** The measured trim: what to measure, the target, what will happen, and what makes it happen. */
export function MeasureSection({ host }: { readonly host: ViewHost<GainTrimParams, GainTrimReadouts> }) {
  const { gain, measure, target, listen } = host.params;
  const listening = useListening(listen);
  const plan = usePlan(host);
  const sentenceId = useId();
  useParameter(measure);
  const chosen = measure.get();
  const setGain = () => {
    const { gainDb } = plan.now();
    listening.stop();
    if (gainDb === undefined) return;
    gain.begin();
    gain.set(gainDb);
    gain.end();
  };
  return (
    <section className="gain-trim-measure" aria-label="Measured trim">
      <div className="gain-trim-measure-row">
        <span>Bring</span>
        <ChoiceButtons handle={measure} />
        <span>to</span>
        {/* What the number means depends on the measure: another one is written anew. */}
        <ValueField key={chosen} handle={target} label="" format={(number) => inUnit(number, chosen)} />
        <button type="button" className="hr-button gain-trim-listen" aria-pressed={listening.isOn} onClick={listening.isOn ? listening.stop : listening.start}>
          <i aria-hidden="true" />
          Listen
        </button>
      </div>
      <div className="gain-trim-measure-row">
        <p ref={plan.ref} id={sentenceId} className="gain-trim-plan" data-ready={plan.canSet || undefined} />
        <button type="button" className="hr-button gain-trim-set" disabled={!plan.canSet} aria-describedby={sentenceId} onClick={setGain}>
          Set gain
        </button>
      </div>
      <p className="hr-hidden" role="status">
        {plan.announced}
      </p>
    </section>
  );
}
