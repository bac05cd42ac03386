import { MASTER_ID } from "@headroom/session";
import { useEffect, useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { HearChoice } from "./HearChoice.js";
import { Outcome } from "./Outcome.js";
import type { DrillProps } from "./Practice.js";
import { keepScore } from "./progress.js";
import { louderRound } from "./rounds.js";

/** Rounds in a row that make a full score. */
const FULL_STREAK = 5;

/** Say which of two is the louder; the score counts right answers in a row. */
export function LouderOfTwo({ difficulty }: DrillProps) {
  const { engine, document } = useRuntime();
  const [round, setRound] = useState(() => louderRound(difficulty, Math.random));
  const [heard, hear] = useState<"A" | "B">("A");
  const [streak, setStreak] = useState(0);
  const [isRight, setRight] = useState<boolean>();
  const [a, b] = round.levelsDb;
  const levelDb = heard === "A" ? a : b;
  useEffect(() => {
    const set = (db: number) => engine.value?.setStripControl(MASTER_ID, "faderDb", (document.snapshot().strips[MASTER_ID]?.faderDb ?? 0) + db);
    set(levelDb);
    return () => set(0);
  }, [engine, document, levelDb]);
  const answer = (said: "A" | "B") => {
    const right = said === (a > b ? "A" : "B");
    const now = right ? streak + 1 : 0;
    setStreak(now);
    setRight(right);
    keepScore("louder", difficulty, 100 * Math.min(1, now / FULL_STREAK));
  };
  return (
    <>
      <HearChoice options={[["A", "A"], ["B", "B"]]} value={heard} onChange={hear} />
      {isRight === undefined ? (
        <div className="practice-answers">
          {(["A", "B"] as const).map((one) => (
            <button key={one} type="button" className="hr-button primary" onClick={() => answer(one)}>
              {one} is louder
            </button>
          ))}
        </div>
      ) : (
        <Outcome
          score={100 * Math.min(1, streak / FULL_STREAK)}
          text={`${isRight ? "Right" : "No"}: ${a > b ? "A" : "B"} is louder by ${Math.abs(a - b).toFixed(1)} dB. ${streak} right in a row.`}
          onNext={() => {
            setRound(louderRound(difficulty, Math.random));
            setRight(undefined);
            hear("A");
          }}
        />
      )}
    </>
  );
}
