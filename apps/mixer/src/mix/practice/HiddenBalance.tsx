import { useEffect, useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { useSession } from "../../session/use-session.js";
import { signedText } from "../parts/number-text.js";
import { HearChoice } from "./HearChoice.js";
import { Outcome } from "./Outcome.js";
import { PlainSlider } from "./PlainSlider.js";
import type { DrillProps } from "./Practice.js";
import { keepScore } from "./progress.js";
import { balanceErrorLu, balanceRound } from "./rounds.js";

/** Points that one LU of error costs. */
const POINTS_PER_LU = 15;

/** Reproduce a balance by ear. */
export function HiddenBalance({ difficulty }: DrillProps) {
  const { engine, document } = useRuntime();
  const strips = useSession((session) => session.strips);
  const draw = () => balanceRound(playing(document.snapshot().strips), difficulty, Math.random);
  const [round, setRound] = useState(draw);
  const [guess, setGuess] = useState<Readonly<Record<string, number>>>({});
  const [heard, hear] = useState<"hidden" | "yours">("hidden");
  const [score, setScore] = useState<number>();
  const moved = Object.keys(round.offsetsDb).filter((id) => strips[id]);
  useEffect(() => {
    const before = document.snapshot().strips;
    const running = engine.value;
    for (const id of Object.keys(round.offsetsDb)) {
      running?.setStripControl(id, "faderDb", (before[id]?.faderDb ?? 0) + ((heard === "hidden" ? round.offsetsDb[id] : guess[id]) ?? 0));
    }
  }, [engine, document, round, heard, guess]);
  useEffect(
    () => () => {
      const after = document.snapshot().strips;
      for (const id of Object.keys(round.offsetsDb)) if (after[id]) engine.value?.setStripControl(id, "faderDb", after[id].faderDb);
    },
    [engine, document, round],
  );
  if (moved.length === 0) return <p className="mix-hint">This drill takes channels with clips, and there are none.</p>;
  const answer = () => {
    const points = Math.max(0, 100 - POINTS_PER_LU * balanceErrorLu(round, guess));
    keepScore("balance", difficulty, points);
    setScore(points);
  };
  const next = () => {
    setRound(draw());
    setGuess({});
    setScore(undefined);
    hear("hidden");
  };
  return (
    <>
      <HearChoice options={[["hidden", "Hidden balance"], ["yours", "Yours"]]} value={heard} onChange={hear} />
      {moved.map((id) => (
        <PlainSlider
          key={id}
          label={strips[id]?.name ?? id}
          color={strips[id]?.color}
          min={-12}
          max={12}
          step={0.5}
          value={guess[id] ?? 0}
          text={score === undefined ? `${signedText(guess[id] ?? 0)} dB` : `${signedText(guess[id] ?? 0)} dB, it was ${signedText(round.offsetsDb[id] ?? 0)}`}
          disabled={score !== undefined}
          onChange={(db) => {
            setGuess({ ...guess, [id]: db });
            hear("yours");
          }}
        />
      ))}
      {score === undefined ? (
        <button type="button" className="hr-button primary practice-answer" onClick={answer}>
          That is it
        </button>
      ) : (
        <Outcome score={score} text={`Off by ${balanceErrorLu(round, guess).toFixed(1)} LU a channel.`} onNext={next} />
      )}
    </>
  );
}

/** Channels that have something to play. */
function playing(strips: Readonly<Record<string, { readonly id: string; readonly mute: boolean; readonly clips: readonly unknown[] }>>): readonly string[] {
  return Object.values(strips).flatMap(({ id, mute, clips }) => (mute || clips.length === 0 ? [] : [id]));
}
