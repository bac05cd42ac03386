import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";
import { sceneCompare, switchScene } from "./scene-compare.js";

/** A, the mix as it was, against B, the scene that was recalled; nothing until one was. */
export function SceneCompareBar() {
  const runtime = useRuntime();
  const compare = useObservable(sceneCompare);
  if (!compare) return null;
  const { heard, sceneName } = compare;
  return (
    <div className="scene-compare" role="group" aria-label="Compare the mix as it was with the scene">
      {(["A", "B"] as const).map((side) => (
        <button key={side} type="button" className="hr-button" aria-pressed={heard === side} onClick={() => heard !== side && switchScene(runtime)}>
          {side}
        </button>
      ))}
      <span>
        A is the mix before the recall, B is {sceneName}. <kbd>Alt+C</kbd> switches.
      </span>
    </div>
  );
}
