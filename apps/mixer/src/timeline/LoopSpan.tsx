import { useEffect, useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { useSession } from "../session/use-session.js";
import { dragByPointer, stepByKeys } from "./hand.js";
import { loopDraft, moveLoopEnd } from "./loop-edits.js";
import { useTimeText } from "./use-time-text.js";

const ENDS = [
  { end: "startSeconds", name: "Loop start" },
  { end: "endSeconds", name: "Loop end" },
] as const;

/** The loop over ruler and lanes; its ends can be moved. */
export function LoopSpan() {
  const runtime = useRuntime();
  const loop = useSession((session) => session.loop);
  const timeText = useTimeText();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = () => {
      const span = loopDraft.value ?? loop;
      const element = ref.current;
      if (!element) return;
      element.style.setProperty("--start", String(span.startSeconds));
      element.style.setProperty("--length", String(span.endSeconds - span.startSeconds));
      element.hidden = span.endSeconds <= span.startSeconds;
      element.toggleAttribute("data-enabled", loop.enabled || loopDraft.value !== undefined);
    };
    show();
    return loopDraft.subscribe(show);
  }, [loop]);
  return (
    <div ref={ref} className="loop-span">
      {ENDS.map(({ end, name }) => (
        <div
          key={end}
          role="slider"
          className="loop-end"
          data-end={end}
          tabIndex={0}
          aria-label={name}
          aria-valuemin={0}
          aria-valuenow={loop[end]}
          aria-valuetext={timeText(loop[end])}
          title={`${name}: drag, or arrow keys`}
          onPointerDown={(event) => dragByPointer(event, () => moveLoopEnd(runtime, end))}
          onKeyDown={(event) => stepByKeys(event, () => moveLoopEnd(runtime, end))}
        />
      ))}
    </div>
  );
}
