import { onFrame } from "@headroom/ui";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { barSeconds, barsText, clockText } from "../transport/time-text.js";

/** Milliseconds between two updates of what assistive technology reads. */
const ANNOUNCE_MS = 500;

interface SeekSliderProps {
  readonly seconds: number;
  readonly tempo: number;
}

/** The song's position for the keyboard and assistive technology: arrows move by a beat, Page Up and Down by a bar. */
export function SeekSlider({ seconds, tempo }: SeekSliderProps) {
  const { transport } = useRuntime();
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let last = -Infinity;
    return onFrame((now) => {
      if (now - last < ANNOUNCE_MS || !ref.current) return;
      last = now;
      const at = transport.seconds();
      ref.current.setAttribute("aria-valuenow", at.toFixed(1));
      ref.current.setAttribute("aria-valuetext", `bar ${barsText(at, tempo)}, ${clockText(at)}`);
    });
  }, [transport, tempo]);

  const onKeyDown = (event: KeyboardEvent) => {
    const beat = 60 / tempo;
    const bar = barSeconds(tempo);
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -beat, ArrowDown: -beat, ArrowRight: beat, ArrowUp: beat, PageDown: -bar, PageUp: bar };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    transport.seek(Math.min(seconds, Math.max(0, transport.seconds() + step)));
  };
  return (
    <div
      ref={ref}
      role="slider"
      aria-label="Song position"
      aria-valuemin={0}
      aria-valuemax={Number(seconds.toFixed(1))}
      aria-valuenow={0}
      tabIndex={0}
      className="seek-slider"
      onKeyDown={onKeyDown}
    />
  );
}
