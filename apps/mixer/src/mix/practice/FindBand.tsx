import type { ParameterSpec } from "@headroom/sdk";
import { toNumber } from "@headroom/sdk";
import { MASTER_ID, type Session } from "@headroom/session";
import { useEffect, useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { EQ_ID } from "../../plugins/built-in.js";
import { placedInserts } from "../../session/find-insert.js";
import { useSession } from "../../session/use-session.js";
import { hertzText, signedText } from "../parts/number-text.js";
import { HearChoice } from "./HearChoice.js";
import { Outcome } from "./Outcome.js";
import { PlainSlider } from "./PlainSlider.js";
import type { DrillProps } from "./Practice.js";
import { keepScore } from "./progress.js";
import { bandError, bandRound } from "./rounds.js";

/** The last band of Parametric EQ, which hardly anyone uses; it is given back as it was. */
const BAND = "band24";
const POINTS_PER_OCTAVE = 60;
const POINTS_PER_DB = 4;

/** Find a bell by ear, on the master's Parametric EQ. */
export function FindBand({ difficulty }: DrillProps) {
  const { engine, plugins, document } = useRuntime();
  const insertId = useSession(masterEq);
  const [round, setRound] = useState(() => bandRound(difficulty, Math.random));
  const [octave, setOctave] = useState(3);
  const [gainDb, setGain] = useState(6);
  const [heard, hear] = useState<"with" | "without">("with");
  const [score, setScore] = useState<number>();
  const isOn = heard === "with";
  useEffect(() => {
    if (insertId === undefined) return;
    const values = { enabled: isOn ? 1 : 0, type: 0, frequency: round.frequencyHz, gain: round.gainDb, q: round.q, channel: 0, dynamic: 0 };
    for (const [name, number] of Object.entries(values)) engine.value?.setParameter(insertId, `${BAND}.${name}`, number);
    return () => {
      const stored = placedInserts(document.snapshot()).get(insertId)?.insert.params;
      const specs: Readonly<Record<string, ParameterSpec>> = plugins.descriptor(EQ_ID)?.params ?? {};
      for (const name of Object.keys(values)) {
        const id = `${BAND}.${name}`;
        const spec = specs[id];
        if (spec) engine.value?.setParameter(insertId, id, toNumber(spec, stored?.[id]));
      }
    };
  }, [engine, plugins, document, insertId, round, isOn]);
  if (insertId === undefined) return <p className="mix-hint">This drill takes a Parametric EQ on the master that is switched on; put one in a slot there.</p>;
  const frequencyHz = 100 * 2 ** octave;
  const { octaves, db } = bandError(round, { frequencyHz, gainDb });
  const answer = () => {
    const points = Math.max(0, 100 - POINTS_PER_OCTAVE * octaves - POINTS_PER_DB * db);
    keepScore("band", difficulty, points);
    setScore(points);
  };
  return (
    <>
      <HearChoice options={[["with", "With the band"], ["without", "Without"]]} value={heard} onChange={hear} />
      <PlainSlider label="Frequency" min={0} max={6.5} step={1 / 12} value={octave} text={hertzText(frequencyHz)} disabled={score !== undefined} onChange={setOctave} />
      <PlainSlider label="Gain" min={-15} max={15} step={1} value={gainDb} text={`${signedText(gainDb, 0)} dB`} disabled={score !== undefined} onChange={setGain} />
      {score === undefined ? (
        <button type="button" className="hr-button primary practice-answer" onClick={answer}>
          It is there
        </button>
      ) : (
        <Outcome
          score={score}
          text={`It was ${hertzText(round.frequencyHz)}, ${signedText(round.gainDb, 0)} dB: off by ${octaves.toFixed(1)} octaves and ${db.toFixed(0)} dB.`}
          onNext={() => {
            setRound(bandRound(difficulty, Math.random));
            setScore(undefined);
            hear("with");
          }}
        />
      )}
    </>
  );
}

function masterEq(session: Session): string | undefined {
  return session.strips[MASTER_ID]?.inserts.find((insert) => insert?.plugin === EQ_ID && !insert.bypass)?.id;
}
