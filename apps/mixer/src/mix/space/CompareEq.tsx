import { useEffect, useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { openWindow } from "../../windows/open-windows.js";
import { findInsert } from "../../session/find-insert.js";
import { useSession } from "../../session/use-session.js";
import type { AppliedEq } from "./apply-eq.js";

/** What was applied, to hear with and without: leaving the bands out is heard and is no edit. */
export function CompareEq({ applied }: { readonly applied: readonly AppliedEq[] }) {
  const { engine, document } = useRuntime();
  const sessionNow = document.snapshot;
  const session = useSession((now) => now);
  const [isWithout, setWithout] = useState(false);
  const present = applied.flatMap((one) => {
    const found = findInsert(session, one.insert);
    return found && Object.entries(one.set).every(([id, value]) => found.insert.params[id] === value) ? [{ ...found, ...one }] : [];
  });
  useEffect(() => {
    if (!isWithout) return undefined;
    for (const { insert, without } of applied) for (const [id, number] of Object.entries(without)) engine.value?.setParameter(insert, id, number);
    // What the session says then, if the insert is still there.
    return () => {
      for (const { insert, without } of applied) {
        const params = findInsert(sessionNow(), insert)?.insert.params;
        if (params) for (const id of Object.keys(without)) engine.value?.setParameter(insert, id, Number(params[id] ?? 0));
      }
    };
  }, [engine, applied, isWithout, sessionNow]);
  if (present.length === 0) return <p className="mix-hint">The suggestion was undone, or its bands were changed since.</p>;
  return (
    <div className="make-room">
      <p role="status">The bands are set, in one edit that undo takes back. Analyse the song again to measure what is hidden now.</p>
      <div className="mix-actions">
        {present.map(({ insert, strip }) => (
          <button key={insert} type="button" className="hr-button" onClick={() => openWindow(insert)}>
            Open the EQ of {strip.name}
          </button>
        ))}
        <button type="button" className="hr-button" aria-pressed={isWithout} onClick={() => setWithout(!isWithout)}>
          Hear without
        </button>
      </div>
    </div>
  );
}
