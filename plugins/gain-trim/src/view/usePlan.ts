import type { ReadoutHandle, ViewHost } from "@headroom/sdk/view";
import { onFrame } from "@headroom/ui";
import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type { GainTrimParams, GainTrimReadouts } from "../params.js";
import { planTrim } from "../trim-plan.js";
import type { Measure, TrimPlan } from "../trim-plan.js";

const PERIOD_MS = 100;
const READOUT_OF = {
  RMS: "heardRms", LUFS: "heardLoudness", peak: "heardPeak", "true-peak": "heardTruePeak",
} as const satisfies Readonly<Record<Measure, keyof GainTrimReadouts>>;

/** What a measured trim would do, as the view shows it. */
export interface ShownPlan {
  /** The element in which the sentence is kept up to date, outside React. */
  readonly ref: RefObject<HTMLParagraphElement | null>;
  /** Whether there is a gain to set that is not set yet. */
  readonly canSet: boolean;
  /** The sentence as it was when it last became another one, for screen readers. */
  readonly announced: string;
  /** The plan now. */
  readonly now: () => TrimPlan;
}

/** Plans the measured trim from what the processor heard, a few times a second. */
export function usePlan({ params, readouts }: ViewHost<GainTrimParams, GainTrimReadouts>): ShownPlan {
  const ref = useRef<HTMLParagraphElement>(null);
  const [shown, setShown] = useState({ canSet: false, announced: "" });
  const { measure, target, gain, listen } = params;
  const now = () => {
    const chosen = measure.get();
    return planTrim(chosen, target.get(), gain.get(), {
      levelDb: first(readouts[READOUT_OF[chosen]]),
      heardSeconds: first(readouts.heardSeconds),
      soundSeconds: first(readouts.soundSeconds),
      outdated: first(readouts.outdated) > 0,
      listening: listen.get(),
    });
  };
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let nextMs = 0;
    let told = "";
    return onFrame((nowMs) => {
      if (nowMs < nextMs) return;
      nextMs = nowMs + PERIOD_MS;
      const plan = latest.current();
      if (element.textContent !== plan.sentence) element.textContent = plan.sentence;
      const canSet = plan.gainDb !== undefined && !plan.isSet;
      // Other numbers in the same words are no news.
      const news = `${listen.get()} ${canSet} ${plan.sentence.replaceAll(/[\d.]/g, "")}`;
      if (news === told) return;
      told = news;
      setShown({ canSet, announced: plan.sentence });
    }, element);
  }, [listen]);
  return { ref, now, ...shown };
}

function first(readout: ReadoutHandle): number {
  return readout.read()[0] ?? NaN;
}
