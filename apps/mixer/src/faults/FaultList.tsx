import { useId } from "react";
import { useObservable } from "../state/observable.js";
import type { Fault } from "./fault.js";
import type { FaultBench, Run } from "./fault-bench.js";
import { FAULTS_BY_GROUP } from "./faults.js";
import { backMs, brokenRules } from "./verdict.js";

/** A button for each fault, with what its last run showed. */
export function FaultList({ bench }: { readonly bench: FaultBench }) {
  const id = useId();
  return (
    <nav className="faults-list" aria-label="Faults">
      {FAULTS_BY_GROUP.map(({ group, faults }, i) => (
        <section key={group} aria-labelledby={`${id}${i}`}>
          <h2 id={`${id}${i}`}>{group}</h2>
          {faults.map((fault) => (
            <FaultButton key={fault.id} bench={bench} fault={fault} />
          ))}
        </section>
      ))}
    </nav>
  );
}

function FaultButton({ bench, fault }: { readonly bench: FaultBench; readonly fault: Fault }) {
  const id = useId();
  const run = useObservable(bench.run);
  const result = useObservable(bench.results).get(fault.id);
  const isRunning = run?.done === false && run.fault === fault;
  const broken = result ? brokenRules(result) : [];
  return (
    <button
      type="button"
      className="faults-button"
      title={fault.what}
      aria-describedby={`${id}-result`}
      aria-disabled={run?.done === false}
      data-running={isRunning || undefined}
      data-result={result && (broken.length > 0 ? "broken" : "held")}
      onClick={() => {
        if (!bench.busy) void bench.play(fault);
      }}
    >
      <span>{fault.name}</span>
      <span id={`${id}-result`} className="faults-result">
        {isRunning ? "running" : result && (broken[0] ?? held(result))}
      </span>
    </button>
  );
}

/** What a run showed that broke no rule. */
function held(run: Run): string {
  const back = backMs(run);
  return back === undefined ? "not heard" : `back after ${Math.round(back)} ms`;
}
