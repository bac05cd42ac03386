import type { StripAnalysis } from "@headroom/analysis";
import { useEffect, useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { findInsert } from "../../session/find-insert.js";
import { useSession } from "../../session/use-session.js";
import { signedText } from "../parts/number-text.js";

interface MatchedBypassProps {
  readonly strip: StripAnalysis;
  readonly insertId: string;
}

/**
 * Hears a strip without one insert, at the same loudness: louder is taken for better, so a fair comparison takes the
 * difference away. It is heard and is no edit.
 */
export function MatchedBypass({ strip, insertId }: MatchedBypassProps) {
  const { engine, plugins } = useRuntime();
  const session = useSession((now) => now);
  const [isWithout, setWithout] = useState(false);
  const placed = findInsert(session, insertId);
  const addedLu = loudnessAdded(strip, insertId);
  const faderDb = session.strips[strip.strip]?.faderDb;
  const bypass = placed?.insert.bypass;
  useEffect(() => {
    if (!isWithout || addedLu === undefined || faderDb === undefined || bypass === undefined) return;
    engine.value?.setInsertControl(insertId, "bypass", 1);
    engine.value?.setStripControl(strip.strip, "faderDb", faderDb + addedLu);
    return () => {
      engine.value?.setInsertControl(insertId, "bypass", bypass ? 1 : 0);
      engine.value?.setStripControl(strip.strip, "faderDb", faderDb);
    };
  }, [engine, isWithout, addedLu, faderDb, bypass, insertId, strip.strip]);
  if (!placed || addedLu === undefined) return null;
  return (
    <div className="matched-bypass">
      <span>
        {plugins.name(placed.insert.plugin)} changes the loudness of {placed.strip.name} by {signedText(addedLu, 2)} LU.
      </span>
      <button type="button" className="hr-button" aria-pressed={isWithout} onClick={() => setWithout(!isWithout)}>
        Hear without it, as loud
      </button>
    </div>
  );
}

/** Loudness behind an insert against that before it, LU; `undefined` where either is silent. */
export function loudnessAdded({ boundaries }: Pick<StripAnalysis, "boundaries">, insertId: string): number | undefined {
  const index = boundaries.findIndex(({ boundary }) => boundary.at === "insert" && boundary.insert === insertId);
  const [before, behind] = [boundaries[index - 1]?.integratedLufs ?? -Infinity, boundaries[index]?.integratedLufs ?? -Infinity];
  return before > -100 && behind > -100 ? behind - before : undefined;
}
