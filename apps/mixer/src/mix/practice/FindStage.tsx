import { useState } from "react";
import { levelText, signedText } from "../parts/number-text.js";
import { Outcome } from "./Outcome.js";
import type { DrillProps } from "./Practice.js";
import { keepScore } from "./progress.js";
import { chainRound } from "./rounds.js";

/** Follow the level through a chain and say behind which stage it is first over full scale. */
export function FindStage({ difficulty }: DrillProps) {
  const [round, setRound] = useState(() => chainRound(difficulty, Math.random));
  const [said, say] = useState<number>();
  const { sourceDbfs, stages, answer } = round;
  const peaks = stages.map((_, index) => stages.slice(0, index + 1).reduce((level, { gainDb }) => level + gainDb, sourceDbfs));
  const isRight = said === answer;
  const choose = (index: number) => {
    if (said !== undefined) return;
    say(index);
    keepScore("chain", difficulty, index === answer ? 100 : 0);
  };
  return (
    <>
      <p>The source peaks at {levelText(sourceDbfs)} dBFS. Where is the signal first over full scale?</p>
      <ol className="practice-chain" aria-label="Stages">
        {stages.map(({ name, gainDb }, index) => (
          <li key={name}>
            <button type="button" className="hr-button" aria-disabled={said !== undefined} data-answer={said !== undefined && index === answer ? true : undefined} data-wrong={said === index && !isRight ? true : undefined} onClick={() => choose(index)}>
              <b>{name}</b>
              <span>{signedText(gainDb, 0)} dB</span>
              {said !== undefined && <small>{levelText(peaks[index])} dBFS</small>}
            </button>
          </li>
        ))}
      </ol>
      {said !== undefined && (
        <Outcome
          score={isRight ? 100 : 0}
          text={`${isRight ? "Right" : "No"}: behind ${stages[answer]?.name ?? ""} the peak is ${levelText(peaks[answer])} dBFS. ${(peaks.at(-1) ?? 0) > 0 ? "It is still over where it leaves, so it is cut off there." : "It is below full scale again where it leaves, so floating point loses nothing."}`}
          onNext={() => {
            setRound(chainRound(difficulty, Math.random));
            say(undefined);
          }}
        />
      )}
    </>
  );
}
