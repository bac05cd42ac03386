import { onFrame } from "@headroom/ui";
import { useEffect, useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { useSession } from "../session/use-session.js";
import { barsText, clockText } from "./time-text.js";

/** The song's position in bars and in minutes, written in the shared frame loop. */
export function PositionText() {
  const { transport } = useRuntime();
  const tempo = useSession((session) => session.tempo);
  const bars = useRef<HTMLSpanElement>(null);
  const clock = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      onFrame(() => {
        const seconds = transport.seconds();
        write(bars.current, barsText(seconds, tempo));
        write(clock.current, clockText(seconds));
      }),
    [transport, tempo],
  );
  return (
    <div className="position" role="timer" aria-label="Song position">
      <span ref={bars} className="position-bars" title="Bar . beat . sixteenth" />
      <span ref={clock} className="position-clock" title="Minutes : seconds" />
    </div>
  );
}

function write(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
