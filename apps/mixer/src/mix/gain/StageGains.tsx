import { type GainMeasure, type GainProposal, stageGains } from "@headroom/analysis";
import type { Session } from "@headroom/session";
import { useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { measureSession } from "../analysis/measure-session.js";
import { NumberEntry } from "../parts/NumberEntry.js";
import { useTask } from "../parts/use-task.js";
import { TaskState } from "../parts/TaskState.js";
import { ViewChoice } from "../parts/ViewChoice.js";
import { DEFAULT_TARGETS, GAIN_MEASURES } from "./gain-measures.js";
import { GainProposalView } from "./GainProposalView.js";

const MEASURES = Object.entries(GAIN_MEASURES).map(([id, { name }]) => [id as GainMeasure, name] as const);

/** Proposes trims that bring every source to one level and leave the master headroom. */
export function StageGains() {
  const runtime = useRuntime();
  const [targets, setTargets] = useState(DEFAULT_TARGETS);
  const task = useTask<GainProposal>();
  const { unit, why } = GAIN_MEASURES[targets.measure];
  const change = (fields: Partial<typeof targets>) => {
    task.reset();
    setTargets({ ...targets, ...fields });
  };
  const propose = () =>
    task.run(async (signal, onProgress) => {
      const session = runtime.document.snapshot();
      const measure = (one: Session) => measureSession(runtime, one, { detail: "levels", signal, onProgress });
      return stageGains(session, await measure(session), measure, targets);
    });
  return (
    <section className="mix-section" aria-label="Stage gains">
      <p className="mix-hint">Trims, before any insert, bring every source to one level, so that faders start near 0 dB, plugins work where they are meant to, and the master is not over full scale.</p>
      <form
        className="mix-form"
        onSubmit={(event) => {
          event.preventDefault();
          void propose();
        }}
      >
        <ViewChoice name="Measure of the sources" options={MEASURES} value={targets.measure} onChange={(next) => change({ measure: next, level: GAIN_MEASURES[next].level })} />
        <NumberEntry label="Sources to" unit={unit} value={targets.level} min={-60} max={12} onChange={(level) => change({ level })} />
        <NumberEntry label="Their peaks at most" unit="dBFS" value={targets.mostPeakDbfs} min={-40} max={0} onChange={(mostPeakDbfs) => change({ mostPeakDbfs })} />
        <NumberEntry label="Master's true peak at most" unit="dBTP" value={targets.masterTruePeakDbtp} min={-40} max={0} onChange={(masterTruePeakDbtp) => change({ masterTruePeakDbtp })} />
        <button type="submit" className="hr-button primary" disabled={task.state.phase === "running"}>
          Propose
        </button>
        <p className="mix-hint">{why}</p>
      </form>
      <TaskState task={task} running="Measuring the song before and after">
        {(proposal) => <GainProposalView proposal={proposal} onApplied={task.reset} />}
      </TaskState>
    </section>
  );
}
