import { useState } from "react";
import { useObservable } from "../../state/observable.js";
import { ViewChoice } from "../parts/ViewChoice.js";
import { FindBand } from "./FindBand.js";
import { FindStage } from "./FindStage.js";
import { HiddenBalance } from "./HiddenBalance.js";
import { LouderOfTwo } from "./LouderOfTwo.js";
import { type DrillId, progress, progressOf } from "./progress.js";
import { DIFFICULTIES, type Difficulty } from "./rounds.js";
import "../parts/parts.css";
import "./practice.css";

export interface DrillProps {
  readonly difficulty: Difficulty;
}

interface Drill {
  readonly name: string;
  readonly what: string;
  readonly Content: (props: DrillProps) => React.ReactNode;
}

const DRILLS: Readonly<Record<DrillId, Drill>> = {
  balance: { name: "Hidden balance", what: "Faders were moved where you cannot see it. Listen to both and set yours so that they sound the same.", Content: HiddenBalance },
  band: { name: "Find the band", what: "One bell is heard somewhere in the spectrum of the mix. Say where it is and how many decibels it has.", Content: FindBand },
  louder: { name: "Which is louder", what: "The same mix twice, one a little louder. To hear small differences is what fair comparison takes.", Content: LouderOfTwo },
  chain: { name: "Find the stage", what: "A chain of gains goes over full scale somewhere. Follow the level from the source and say where.", Content: FindStage },
};

const LEVELS = DIFFICULTIES.map((name, index) => [String(index) as `${Difficulty}`, name] as const);
const NAMES = Object.entries(DRILLS).map(([id, { name }]) => [id as DrillId, name] as const);

/** Drills for the ear and the eye, on the song that is open. Nothing of them is an edit; leaving gives the mix back. */
export function Practice() {
  const [drill, setDrill] = useState<DrillId>("balance");
  const [difficulty, setDifficulty] = useState<Difficulty>(0);
  const kept = progressOf(useObservable(progress), drill, difficulty);
  const { what, Content } = DRILLS[drill];
  return (
    <div className="mix-scroll">
      <div className="practice-head">
        <ViewChoice name="Drill" options={NAMES} value={drill} onChange={setDrill} />
        <ViewChoice name="Difficulty" options={LEVELS} value={`${difficulty}`} onChange={(level) => setDifficulty(Number(level) as Difficulty)} />
        <span className="mix-hint">{kept ? `Best score ${kept.best} of 100, ${kept.rounds} ${kept.rounds === 1 ? "round" : "rounds"}` : "Not tried yet"}</span>
      </div>
      <section className="mix-section practice" aria-label={DRILLS[drill].name}>
        <p className="mix-hint">{what}</p>
        <Content key={`${drill} ${difficulty}`} difficulty={difficulty} />
      </section>
    </div>
  );
}
