import type { Run } from "./fault-bench.js";
import { RATE } from "./run-length.js";
import { backMs, brokenRules } from "./verdict.js";

/** What was heard of a run, in numbers, while it goes on. */
export function Figures({ run }: { readonly run: Run | undefined }) {
  const broken = run?.done ? brokenRules(run) : [];
  return (
    <>
      <dl className="faults-figures">
        {figures(run).map(({ name, value, detail, isBad }) => (
          <div key={name} title={detail} data-bad={isBad || undefined}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="faults-verdict" role="status" data-result={run?.done ? (broken.length > 0 ? "broken" : "held") : undefined}>
        {run === undefined ? "" : !run.done ? "Listening …" : broken.length > 0 ? broken.join(" ") : "No gap, no step, and the others as if nothing had been."}
      </p>
    </>
  );
}

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly detail: string;
  readonly isBad?: boolean;
}

function figures(run: Run | undefined): readonly Figure[] {
  const heard = run?.heard;
  const back = run && backMs(run);
  const inDb = (amplitude: number) => `${(20 * Math.log10(amplitude)).toFixed(1).replace("-", "−")} dBFS`;
  return [
    { name: "Dropouts", value: run ? run.dropouts.toLocaleString("en") : "–", detail: "Blocks of 128 frames in which the dry signal stood in" },
    { name: "Longest gap", value: heard ? `${((heard.gapFrames / RATE) * 1000).toFixed(2)} ms` : "–", detail: "Of the faulty channel: below a hundredth of its peak. A tone that crosses zero is so for 0.04 ms", isBad: (heard?.gapFrames ?? 0) > RATE / 1000 },
    { name: "Largest step", value: heard && heard.step > 0 ? inDb(heard.step) : "–", detail: heard ? `From frame to frame. The tone's own is ${inDb(heard.ownStep)}` : "From frame to frame" },
    { name: "Not finite", value: heard ? `${heard.notFinite}` : "–", detail: "Frames that are NaN or infinite", isBad: (heard?.notFinite ?? 0) > 0 },
    { name: "Others differ in", value: heard ? `${heard.othersDiffering} frames` : "–", detail: "The seven other channels against a bounce, to the bit", isBad: (heard?.othersDiffering ?? 0) > 0 },
    { name: "Back after", value: back === undefined ? "–" : `${Math.round(back)} ms`, detail: "Until the faulty channel was again what it is undisturbed, within −120 dBFS" },
  ];
}
