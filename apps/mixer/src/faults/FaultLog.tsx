import { useEffect, useRef } from "react";
import { useObservable } from "../state/observable.js";
import type { FaultBench } from "./fault-bench.js";

/** What the engine said, with the second of the run in which it did. */
export function FaultLog({ bench }: { readonly bench: FaultBench }) {
  const log = useObservable(bench.log);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
  }, [log]);
  return (
    <section className="faults-log" aria-labelledby="faults-log-title">
      <h2 id="faults-log-title">Log</h2>
      <div className="faults-log-lines" role="log" aria-labelledby="faults-log-title" tabIndex={0}>
        <ol ref={list}>
          {log.length === 0 && <li className="faults-log-empty">Nothing has happened yet that is worth a notice.</li>}
          {log.map(({ severity, text, seconds }, i) => (
            <li key={i} data-severity={severity}>
              <span className="faults-log-time">{seconds === undefined ? "–" : `${seconds.toFixed(2)} s`}</span>
              <span>{text}</span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
