import { ErrorBoundary } from "../app/ErrorBoundary.js";
import { Banners } from "../startup/Banners.js";
import { StartupProgress } from "../startup/StartupProgress.js";
import { useObservable } from "../state/observable.js";
import type { FaultBench } from "./fault-bench.js";
import { FaultBar } from "./FaultBar.js";
import { FaultList } from "./FaultList.js";
import { FaultLog } from "./FaultLog.js";
import { Figures } from "./Figures.js";
import { bench } from "./load-bench.js";
import { RunDrawing } from "./RunDrawing.js";
import "./faults.css";

/** The whole page: eight channels, and everything that can go wrong, by a button each. */
export function FaultsApp() {
  const made = useObservable(bench);
  return (
    <div className="app faults">
      <FaultBar bench={made} />
      <Banners />
      <ErrorBoundary what="The bench" isSaved={false}>
        {made ? <Bench bench={made} /> : <main className="faults-main" aria-busy="true" />}
      </ErrorBoundary>
      <StartupProgress />
    </div>
  );
}

function Bench({ bench: made }: { readonly bench: FaultBench }) {
  const run = useObservable(made.run);
  return (
    <main className="faults-main">
      <FaultList bench={made} />
      <section className="faults-stage" aria-label="What was heard">
        <header className="faults-title">
          <h2>{run ? (run.fault?.name ?? "Nothing goes wrong") : "No run yet"}</h2>
          <p>{run ? (run.fault?.what ?? "The eight channels play as they are.") : "Choose what is to go wrong. Eight channels play for five seconds, the first of them through the faulty plugin; it happens after one."}</p>
        </header>
        <Figures run={run} />
        <RunDrawing run={run} />
        <FaultLog bench={made} />
      </section>
    </main>
  );
}
