import { levelProblem, type LevelChoice } from "./bounce-form.js";
import type { BouncePart } from "./BounceRange.js";

const LEVELS: readonly { readonly level: LevelChoice; readonly text: string }[] = [
  { level: "mixed", text: "As mixed" },
  { level: "peak", text: "Peak at" },
  { level: "loudness", text: "Loudness of" },
];

/** How loud the mix is made; stems are moved along. */
export function BounceLevel({ form, isRunning, change }: BouncePart) {
  const problem = levelProblem(form);
  const isPeak = form.level === "peak";
  return (
    <fieldset className="choices" disabled={isRunning}>
      <legend>Level</legend>
      <div className="bounce-row">
        <select className="hr-select" aria-label="Level" value={form.level} onChange={(event) => change({ level: event.target.value as LevelChoice })}>
          {LEVELS.map(({ level, text }) => (
            <option key={level} value={level}>
              {text}
            </option>
          ))}
        </select>
        {form.level !== "mixed" && (
          <label>
            <input
              className="hr-field bounce-level"
              type="text"
              inputMode="decimal"
              aria-label={isPeak ? "Peak in dBFS" : "Loudness in LUFS"}
              aria-invalid={problem !== undefined}
              value={isPeak ? form.peakDb : form.lufs}
              onChange={(event) => change(isPeak ? { peakDb: event.target.value } : { lufs: event.target.value })}
            />
            {isPeak ? "dBFS" : "LUFS, integrated"}
          </label>
        )}
      </div>
      {problem !== undefined && (
        <p className="bounce-failed" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
