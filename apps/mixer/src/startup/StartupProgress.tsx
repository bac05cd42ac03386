import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";
import { startupText, stemsDone } from "./startup-state.js";

/** How far the app is on its way to playing; nothing once it can. */
export function StartupProgress() {
  const { startup } = useRuntime();
  const state = useObservable(startup);
  const text = startupText(state);
  if (text === undefined) return null;
  const counted =
    state.phase === "audio" ? { max: state.total, value: state.done }
    : state.phase === "demo" ? { max: state.stems.length, value: stemsDone(state.stems) }
    : {};
  return (
    <div className="startup" role="status">
      <progress aria-label={text} {...counted} />
      <span>{text}</span>
    </div>
  );
}
