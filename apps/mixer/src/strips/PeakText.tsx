import { onFrame } from "@headroom/ui";
import { useEffect, useRef } from "react";
import type { MeterReader } from "../engine/meter-reader.js";
import { peakText } from "./peak-text.js";

/** Milliseconds between two updates of the number. */
const UPDATE_MS = 100;

interface PeakTextProps {
  /** Whose meter reads the levels in each frame. */
  readonly reader: MeterReader;
  readonly stripName: string;
  readonly onReset: () => void;
}

/** The highest peak since the last reset, in dBFS; a click resets it. */
export function PeakText({ reader, stripName, onReset }: PeakTextProps) {
  const text = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const span = text.current;
    if (!span) return;
    let last = -Infinity;
    return onFrame((now) => {
      if (now - last < UPDATE_MS) return;
      last = now;
      const shown = peakText(reader.levels.maxDb);
      if (span.textContent !== shown) span.textContent = shown;
      span.toggleAttribute("data-clipped", reader.levels.maxDb > 0);
    }, span);
  }, [reader]);
  return (
    <button type="button" className="strip-peak" title="Highest peak in dBFS — click to reset" aria-label={`Reset the highest peak of ${stripName}`} onClick={onReset}>
      <span ref={text} />
    </button>
  );
}
