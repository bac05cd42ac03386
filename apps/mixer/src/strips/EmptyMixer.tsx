import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";

/** What stands where strips will be: the demo song's stems as they come, else how to make channels. */
export function EmptyMixer() {
  const { startup } = useRuntime();
  const state = useObservable(startup);
  if (state.phase === "demo") {
    return state.stems.map(({ name, color, isDone }) => (
      <div key={name} className="ghost-strip" data-done={isDone || undefined} style={{ "--strip-color": color }}>
        <div className="strip-name">
          <span className="strip-name-text">{name}</span>
        </div>
      </div>
    ));
  }
  if (state.phase !== "ready" && state.phase !== "silent") return null;
  return <p className="mixer-empty">Drop audio files anywhere to make channels, or choose Add audio at the top.</p>;
}
