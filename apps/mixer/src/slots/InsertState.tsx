import type { InsertState as State } from "@headroom/engine";
import { onFrame } from "@headroom/ui";
import { useEffect, useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { useInsertStatus } from "./use-insert-status.js";

/** Milliseconds between two updates of the load. */
const UPDATE_MS = 250;
/** Load at which the bar is full: one insert should never come near a whole core. */
const FULL_LOAD = 0.5;

const STATE_TEXT: Readonly<Record<State, string>> = {
  loading: "loading",
  running: "",
  recovering: "recovering",
  stopped: "stopped",
  missing: "missing",
};

/** How an insert is doing: its load as a thin bar, and in words whatever is not normal. */
export function InsertState({ insertId }: { readonly insertId: string }) {
  const { engine } = useRuntime();
  const status = useInsertStatus(insertId);
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    let last = -Infinity;
    return onFrame((now) => {
      if (now - last < UPDATE_MS) return;
      last = now;
      const load = engine.value?.insertStatus(insertId)?.load ?? 0;
      element.style.transform = `scaleX(${Math.min(1, load / FULL_LOAD).toFixed(3)})`;
    }, element);
  }, [engine, insertId]);

  const state = status?.state ?? "loading";
  const canRetry = state === "stopped" || state === "missing";
  return (
    <>
      <span ref={bar} className="slot-load" aria-hidden="true" />
      {state !== "running" && (
        <span className="slot-state" data-state={state} role="status" title={status?.reason}>
          {STATE_TEXT[state]}
          {canRetry && (
            <button type="button" className="slot-retry" onClick={() => engine.value?.retry(insertId)} aria-description={status?.reason}>
              Retry
            </button>
          )}
        </span>
      )}
    </>
  );
}
