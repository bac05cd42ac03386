import type { ReportFinding } from "@headroom/analysis";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useRuntime } from "../../app/runtime.js";
import { clockText } from "../../transport/time-text.js";
import { showInMixPanel } from "../panel/mix-panel-state.js";

const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info };
const SEVERITIES = { error: "Error", warning: "Warning", note: "Note" };
/** Where a step's numbers are measured, and what that place is called. */
const PLACES = {
  gain: [{ step: "gain", gainView: "song" }, "Gain staging"],
  master: [{ step: "gain", gainView: "song" }, "Gain staging"],
  levels: [{ step: "level", levelView: "list" }, "Leveling"],
  space: [{ step: "space" }, "EQ for space"],
} as const;

/** What is worth a look, each with its time and the step in which it is measured. */
export function CheckFindings({ findings }: { readonly findings: readonly ReportFinding[] }) {
  const { transport } = useRuntime();
  return (
    <section aria-label="Findings">
      <h3>Findings</h3>
      {findings.length === 0 && <p className="mix-hint">Nothing that would want a look.</p>}
      <ol className="check-findings">
        {findings.map(({ step, severity, strip, seconds, sentence }) => {
          const Icon = ICONS[severity];
          const [place, name] = PLACES[step];
          return (
            <li key={`${strip} ${sentence}`} data-severity={severity}>
              <Icon size={14} role="img" aria-label={SEVERITIES[severity]} />
              <span>{sentence}</span>
              {seconds !== null && (
                <button type="button" className="hr-button" onClick={() => transport.seek(Math.max(0, seconds - 0.5))} title="Go there">
                  {clockText(seconds)}
                </button>
              )}
              <button type="button" className="hr-button" onClick={() => showInMixPanel(place)}>
                {name}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
