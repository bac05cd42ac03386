import { useState } from "react";
import type { LoudnessTarget } from "../targets.js";
import { LoudnessBarsCanvas } from "./LoudnessBarsCanvas.js";
import { LoudnessGraph } from "./LoudnessGraph.js";
import { LoudnessNumbers } from "./LoudnessNumbers.js";
import type { MeterHost } from "./meterHost.js";
import { SPANS, type Span } from "./timeAxis.js";

interface LoudnessPanelProps {
  readonly host: MeterHost;
  readonly target: LoudnessTarget | undefined;
}

/** Loudness: the numbers, and over time. */
export function LoudnessPanel({ host, target }: LoudnessPanelProps) {
  const [span, setSpan] = useState<Span>(SPANS[0]);
  return (
    <section className="meter-panel meter-middle" aria-label="Loudness">
      <LoudnessNumbers host={host} target={target} />
      <div className="meter-legend">
        <span data-line="momentary">Momentary</span>
        <span data-line="short-term">Short-term</span>
        <span data-line="integrated">Integrated</span>
        {target && <span data-line="target">Target</span>}
        <div role="group" aria-label="Time shown">
          {SPANS.map((each) => (
            <button key={each.label} type="button" className="hr-button" aria-pressed={each === span} onClick={() => setSpan(each)}>
              {each.label}
            </button>
          ))}
        </div>
      </div>
      <div className="meter-over-time">
        <LoudnessGraph host={host} span={span} target={target} />
        <LoudnessBarsCanvas host={host} target={target} />
      </div>
    </section>
  );
}
