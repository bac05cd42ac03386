import { useEffect, useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { openWindow } from "../../windows/open-windows.js";
import { findInsert } from "../../session/find-insert.js";
import { useSession } from "../../session/use-session.js";

/** What was applied, to hear with and without: the bypass is heard and is no edit. */
export function CompareEq({ inserts }: { readonly inserts: readonly string[] }) {
  const { engine } = useRuntime();
  const session = useSession((now) => now);
  const [isWithout, setWithout] = useState(false);
  const present = inserts.flatMap((id) => findInsert(session, id) ?? []);
  useEffect(() => {
    const set = (value: (id: string) => number) => {
      for (const id of inserts) engine.value?.setInsertControl(id, "bypass", value(id));
    };
    if (isWithout) set(() => 1);
    return () => set((id) => (findInsert(session, id)?.insert.bypass ? 1 : 0));
  }, [engine, inserts, isWithout, session]);
  if (present.length === 0) return <p className="mix-hint">The suggestion was undone.</p>;
  return (
    <div className="make-room">
      <p role="status">The bands are set, in one edit that undo takes back. Analyse the song again to measure what is hidden now.</p>
      <div className="mix-actions">
        {present.map(({ insert, strip }) => (
          <button key={insert.id} type="button" className="hr-button" onClick={() => openWindow(insert.id)}>
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
