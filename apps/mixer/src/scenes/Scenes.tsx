import type { Scene } from "@headroom/session";
import { useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { useSession } from "../session/use-session.js";
import { DifferenceList } from "./DifferenceList.js";
import { SceneCompareBar } from "./SceneCompareBar.js";
import { SceneRow } from "./SceneRow.js";

const NONE: Readonly<Record<string, Scene>> = {};

/** The list of scenes, and what is different in the chosen one. */
export function Scenes() {
  const { document } = useRuntime();
  const scenes = Object.values(useSession((session) => session.scenes ?? NONE)).sort((a, b) => b.stored - a.stored);
  const [name, setName] = useState("");
  const [chosenId, setChosen] = useState<string>();
  const chosen = scenes.find(({ id }) => id === chosenId) ?? scenes[0];
  const store = () => attempt(() => {
    setChosen(document.scenes.add(name.trim() || `Scene ${scenes.length + 1}`));
    setName("");
  });
  return (
    <>
      <form
        className="scenes-store"
        onSubmit={(event) => {
          event.preventDefault();
          store();
        }}
      >
        <input aria-label="Name of the new scene" placeholder={`Scene ${scenes.length + 1}`} value={name} maxLength={200} spellCheck={false} autoFocus onChange={({ target }) => setName(target.value)} />
        <button type="submit" className="hr-button primary">
          Store scene
        </button>
      </form>
      <SceneCompareBar />
      {scenes.length === 0 ? (
        <p className="scenes-empty">A scene keeps the whole mix as it is now: levels, plugins and their order, sends, automation. Store one before you try something else; recall it to come back.</p>
      ) : (
        <div className="scenes-columns">
          <ul className="panel-list scene-list" aria-label="Scenes">
            {scenes.map((scene) => (
              <SceneRow key={scene.id} scene={scene} isChosen={scene === chosen} onChoose={() => setChosen(scene.id)} />
            ))}
          </ul>
          {chosen && <DifferenceList scene={chosen} />}
        </div>
      )}
    </>
  );
}
