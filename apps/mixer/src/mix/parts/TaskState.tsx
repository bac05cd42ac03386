import type { ReactNode } from "react";
import type { Task } from "./use-task.js";

interface TaskStateProps<Result> {
  readonly task: Task<Result>;
  /** What is done meanwhile: "Measuring the song". */
  readonly running: string;
  readonly children: (result: Result) => ReactNode;
}

/** Progress, failure or result of a task. */
export function TaskState<Result>({ task: { state, reset }, running, children }: TaskStateProps<Result>) {
  if (state.phase === "idle") return null;
  if (state.phase === "done") return children(state.result);
  if (state.phase === "failed") return <p role="alert" className="mix-failure">{state.reason}</p>;
  return (
    <div className="analysis-bar" role="status">
      <progress aria-label={running} max={1} value={state.progress} />
      <span>
        {running}: {Math.round(100 * state.progress)} %
      </span>
      <button type="button" className="hr-button" onClick={reset}>
        Cancel
      </button>
    </div>
  );
}
