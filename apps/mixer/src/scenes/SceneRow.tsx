import type { Scene } from "@headroom/session";
import { Pencil, Save, Trash2 } from "lucide-react";
import { useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { whenChanged } from "../sessions/when-changed.js";
import { recallScene } from "./scene-compare.js";

interface SceneRowProps {
  readonly scene: Scene;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One scene: chosen to be compared, recalled, renamed, stored again, deleted. */
export function SceneRow({ scene: { id, name, stored }, isChosen, onChoose }: SceneRowProps) {
  const runtime = useRuntime();
  const { scenes } = runtime.document;
  const [isNaming, setNaming] = useState(false);
  const take = (typed: string) => {
    setNaming(false);
    if (typed.trim() !== "" && typed.trim() !== name) attempt(() => scenes.rename(id, typed.trim()));
  };
  return (
    <li className="scene-row" data-chosen={isChosen || undefined}>
      {isNaming ? (
        <input
          className="scene-name-field"
          aria-label={`New name of ${name}`}
          autoFocus
          defaultValue={name}
          maxLength={200}
          onBlur={({ target }) => take(target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") event.currentTarget.value = name;
            if (event.key !== "Enter" && event.key !== "Escape") return;
            event.stopPropagation();
            event.currentTarget.blur();
          }}
        />
      ) : (
        <button type="button" className="scene-choose" aria-pressed={isChosen} title="Show what is different" onClick={onChoose} onDoubleClick={() => recallScene(runtime, id)}>
          <span className="scene-name">{name}</span>
          <span className="scene-when">{whenChanged(stored)}</span>
        </button>
      )}
      <button type="button" className="icon-button" aria-label={`Rename ${name}`} title="Rename" onClick={() => setNaming(true)}>
        <Pencil size={14} aria-hidden="true" />
      </button>
      <button type="button" className="icon-button" aria-label={`Store ${name} again`} title="Store again: keep the mix as it is now under this name" onClick={() => attempt(() => scenes.update(id))}>
        <Save size={14} aria-hidden="true" />
      </button>
      <button type="button" className="icon-button" aria-label={`Delete ${name}`} title="Delete; undo brings it back" onClick={() => attempt(() => scenes.remove(id))}>
        <Trash2 size={14} aria-hidden="true" />
      </button>
      <button type="button" className="hr-button" aria-label={`Recall ${name}`} onClick={() => recallScene(runtime, id)}>
        Recall
      </button>
    </li>
  );
}
