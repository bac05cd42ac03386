import type { Run } from "./fault-bench.js";
import { RATE, RUN_SECONDS } from "./run-length.js";

/** Silence that counts as a gap. */
const GAP_MS = 1;
/** Time in which a plugin must be back from a fault that is over. */
export const BACK_MS = 1000;
/** Dry stands in at the level that the plugin had, as near as it is known. */
const QUIETEST = 0.9;
/** A plugin that is given up leaves its 6 dB to the sound: the tone is then twice as steep. And a fade within 512 frames. */
const STEEPER = 2 * 1.05;
const FADE_STEP = 0.25 / 512;

/** Milliseconds from where the fault was heard first, or was over, until the channel was as ever; `undefined` where it was never off. */
export function backMs({ heard, overAt }: Pick<Run, "heard" | "overAt">): number | undefined {
  if (heard.lastOff < 0) return undefined;
  return Math.max(0, ((heard.lastOff - Math.max(overAt, heard.firstOff)) / RATE) * 1000);
}

/** What a run that has ended shows to be wrong, in sentences: none, if the engine holds what it promises. */
export function brokenRules(run: Run): readonly string[] {
  const { heard, fault } = run;
  const back = backMs(run);
  const isMissed = fault?.says && !run.log.some(({ text }) => fault.says?.test(text));
  const rules: readonly (readonly [broken: boolean, sentence: string])[] = [
    [heard.frames < RUN_SECONDS * RATE, `Only ${heard.frames} frames were heard.`],
    [(heard.gapFrames / RATE) * 1000 >= GAP_MS, `There is a gap of ${((heard.gapFrames / RATE) * 1000).toFixed(1)} ms.`],
    [heard.quietest < QUIETEST, `The faulty channel falls to ${Math.round(heard.quietest * 100)} % of its level.`],
    [fault?.isOwnSound !== true && heard.step > heard.ownStep * STEEPER + FADE_STEP, `There is a step of ${heard.step.toFixed(4)}; the tone's own is ${heard.ownStep.toFixed(4)}.`],
    [heard.notFinite > 0, `${heard.notFinite} frames are not finite.`],
    [heard.othersDiffering > 0, `The other channels differ in ${heard.othersDiffering} frames.`],
    [back !== undefined && back > BACK_MS, `The plugin is back only after ${Math.round(back ?? 0)} ms.`],
    [isMissed === true, "The log does not say what happened."],
  ];
  return rules.flatMap(([broken, sentence]) => (broken ? [sentence] : []));
}
