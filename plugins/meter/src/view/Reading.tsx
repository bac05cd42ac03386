import { onFrame } from "@headroom/ui";
import { useEffect, useEffectEvent, useRef } from "react";
import { useReducedMotion } from "./useReducedMotion.js";

interface ReadingProps {
  /** Gives the text now. Called a few times a second. */
  readonly read: () => string;
  /** What stands in `data-state` now, for its colour. */
  readonly state?: () => string;
  readonly className?: string;
}

/** Milliseconds between two texts: faster, digits cannot be read. */
const PERIOD_MS = 100;
const CALM_MS = 500;

/** A text that follows a readout, written outside React. It announces nothing by itself: who asks is told what it says. */
export function Reading({ read, state, className }: ReadingProps) {
  const ref = useRef<HTMLSpanElement>(null);
  const textNow = useEffectEvent(read);
  const stateNow = useEffectEvent(() => state?.() ?? "");
  const periodMs = useReducedMotion() ? CALM_MS : PERIOD_MS;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let nextMs = 0;
    return onFrame((nowMs) => {
      if (nowMs < nextMs) return;
      nextMs = nowMs + periodMs;
      const text = textNow();
      if (element.textContent !== text) element.textContent = text;
      const standing = stateNow();
      if ((element.dataset["state"] ?? "") !== standing) element.dataset["state"] = standing;
    }, element);
  }, [periodMs]);
  return <span ref={ref} className={className} />;
}
