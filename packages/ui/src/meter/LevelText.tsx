import { formatQuantity } from "@headroom/sdk";
import type { Unit } from "@headroom/sdk";
import { useEffect, useEffectEvent, useRef } from "react";
import { onFrame } from "../frame/onFrame.js";

export interface LevelTextProps {
  /** Gives the level now. Called a few times a second. */
  readonly read: () => number;
  readonly unit: Unit;
  /** Decimals of a number without a unit; the unit decides without it. */
  readonly digits?: number;
  /** Levels at or below are written −∞. Default −120. */
  readonly floor?: number;
  /** Levels at or above are marked `data-hot`. */
  readonly hotAt?: number;
  readonly className?: string;
}

/** Milliseconds between two texts: faster, digits cannot be read. */
const PERIOD_MS = 100;

/** A level as a number that follows it, written outside React. */
export function LevelText({ read, unit, digits, floor = -120, hotAt = Infinity, className }: LevelTextProps) {
  const ref = useRef<HTMLSpanElement>(null);
  const readNow = useEffectEvent(read);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let nextMs = 0;
    return onFrame((nowMs) => {
      if (nowMs < nextMs) return;
      nextMs = nowMs + PERIOD_MS;
      const level = readNow();
      const text = digits === undefined ? formatQuantity(level <= floor ? -Infinity : level, unit) : level.toFixed(digits);
      if (element.textContent !== text) element.textContent = text;
      element.toggleAttribute("data-hot", level >= hotAt);
    }, element);
  }, [digits, floor, hotAt, unit]);
  return <span ref={ref} className={className} />;
}
