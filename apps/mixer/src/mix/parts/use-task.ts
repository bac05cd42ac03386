import { useEffect, useRef, useState } from "react";
import { sentence } from "../../status/notices.js";

/** Where something that takes a while is. */
export type TaskPhase<Result> =
  | { readonly phase: "idle" }
  | { readonly phase: "running"; readonly progress: number }
  | { readonly phase: "done"; readonly result: Result }
  | { readonly phase: "failed"; readonly reason: string };

export interface Task<Result> {
  readonly state: TaskPhase<Result>;
  /** Begins anew; what runs is cancelled. */
  readonly run: (work: (signal: AbortSignal, onProgress: (progress: number) => void) => Promise<Result> | Result) => Promise<void>;
  readonly reset: () => void;
}

/** One thing at a time that takes a while, with progress and an end; it is cancelled when its component leaves. */
export function useTask<Result>(): Task<Result> {
  const [state, setState] = useState<TaskPhase<Result>>({ phase: "idle" });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const reset = () => {
    running.current?.abort();
    setState({ phase: "idle" });
  };
  const run: Task<Result>["run"] = async (work) => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    const show = (next: TaskPhase<Result>) => !abort.signal.aborted && setState(next);
    show({ phase: "running", progress: 0 });
    try {
      const result = await work(abort.signal, (progress) => show({ phase: "running", progress }));
      show({ phase: "done", result });
    } catch (error) {
      show({ phase: "failed", reason: sentence(error) });
    }
  };
  return { state, run, reset };
}
