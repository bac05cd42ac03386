import type { BitDepth, BounceResult } from "@headroom/engine";
import { useRef, useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { sentence } from "../status/notices.js";

export interface BounceSettings {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly depth: BitDepth;
}

/** How far a bounce is. */
export type BounceState =
  | { readonly phase: "idle" }
  | { readonly phase: "running"; readonly done: number }
  | { readonly phase: "done"; readonly result: BounceResult; readonly depth: BitDepth; readonly url: string }
  | { readonly phase: "failed"; readonly reason: string };

/** Seconds after the end in which what still rings is kept. */
const TAIL_SECONDS = 2;

/** One bounce at a time, with its progress. */
export function useBounce() {
  const { engine } = useRuntime();
  const [state, setState] = useState<BounceState>({ phase: "idle" });
  const aborter = useRef<AbortController>(undefined);

  const start = async ({ startSeconds, endSeconds, depth }: BounceSettings, isWhole: boolean) => {
    const running = engine.value;
    if (!running) return setState({ phase: "failed", reason: "The audio engine has not started; wait for it and bounce again." });
    const abort = new AbortController();
    aborter.current = abort;
    setState({ phase: "running", done: 0 });
    try {
      const result = await running.bounce({
        startSeconds,
        endSeconds,
        bitDepth: depth,
        tailSeconds: isWhole ? TAIL_SECONDS : 0,
        onProgress: (done) => !abort.signal.aborted && setState({ phase: "running", done }),
        signal: abort.signal,
      });
      // Whoever cancelled is not shown what came of it all the same.
      if (!abort.signal.aborted) setState({ phase: "done", result, depth, url: URL.createObjectURL(result.wav) });
    } catch (error) {
      if (!abort.signal.aborted) setState({ phase: "failed", reason: sentence(error) });
    }
  };
  const cancel = () => {
    aborter.current?.abort();
    setState({ phase: "idle" });
  };
  const reset = () => {
    if (state.phase === "done") URL.revokeObjectURL(state.url);
    cancel();
  };
  return { state, start, cancel, reset };
}
