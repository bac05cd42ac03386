import type { InsertStatus } from "@headroom/engine";
import { onFrame } from "@headroom/ui";
import { useEffect, useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { retryInsert } from "./retry-insert.js";

/** Milliseconds between two updates of the load. */
const UPDATE_MS = 250;
/** Load at which the bar is full: one insert should never come near a whole core. */
const FULL_LOAD = 0.5;

interface InsertStateProps {
  readonly insertId: string;
  readonly state: InsertStatus["state"];
  readonly reason: string | undefined;
}

/** How an insert is doing: its load as a thin bar, and in words whatever is not normal. */
export function InsertState({ insertId, state, reason }: InsertStateProps) {
  const runtime = useRuntime();
  const { engine } = runtime;
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    let last = -Infinity;
    return onFrame((now) => {
      if (now - last < UPDATE_MS) return;
      last = now;
      const load = engine.value?.insertStatus(insertId)?.load ?? 0;
      // The root, so that the usual few thousandths can be seen and compared.
      element.style.transform = `scaleX(${Math.sqrt(Math.min(1, load / FULL_LOAD)).toFixed(3)})`;
    }, element);
  }, [engine, insertId]);

  const canRetry = state === "stopped" || state === "missing";
  return (
    <>
      <span ref={bar} className="slot-load" aria-hidden="true" />
      {(canRetry || state === "recovering") && (
        <span className="slot-state" data-state={state} role="status" title={reason}>
          {/* A slot has no room for the plugin's name, the word and the button. */}
          <span className={canRetry ? "hr-hidden" : undefined}>{state}</span>
          {canRetry && (
            <button type="button" className="slot-retry" onClick={() => void retryInsert(runtime, insertId)} aria-description={reason}>
              Retry
            </button>
          )}
        </span>
      )}
    </>
  );
}
