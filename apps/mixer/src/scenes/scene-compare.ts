import type { Session } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { Observable } from "../state/observable.js";

/** Whether the scenes are shown. */
export const scenesShown = new Observable(false);

/** The mix as it was, A, against a scene that was recalled, B: each with what is edited while it is heard. */
export interface SceneCompare {
  readonly sceneId: string;
  readonly sceneName: string;
  readonly heard: "A" | "B";
  /** The side that is not heard. */
  readonly other: Session;
}

export const sceneCompare = new Observable<SceneCompare | undefined>(undefined);

/** Makes the mix what the scene keeps: one step. The mix until now is A of the comparison. */
export function recallScene({ document }: Runtime, sceneId: string): void {
  const other = document.snapshot();
  attempt(() => {
    document.scenes.recall(sceneId, { joins: `scene ${sceneId}` });
    sceneCompare.set({ sceneId, sceneName: document.snapshot().scenes?.[sceneId]?.name ?? "", heard: "B", other });
  });
}

/** Hears the other side. Switches in a row are one step of undo, or none where they end as they began. */
export function switchScene({ document }: Runtime): void {
  const now = sceneCompare.value;
  if (!now) return;
  const other = document.snapshot();
  const heard = now.heard === "A" ? "B" : "A";
  attempt(() => {
    const name = heard === "A" ? `Go back from scene ${now.sceneName}` : `Recall scene ${now.sceneName}`;
    document.scenes.restore(now.other, name, { joins: `scene ${now.sceneId}` });
    sceneCompare.set({ ...now, heard, other });
  });
}
