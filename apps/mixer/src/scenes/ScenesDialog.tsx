import { Dialog } from "../app/Dialog.js";
import { useObservable } from "../state/observable.js";
import { scenesShown } from "./scene-compare.js";
import { Scenes } from "./Scenes.js";
import "./scenes.css";

/** Mixes that were stored under names: to come back to, and to compare with. */
export function ScenesDialog() {
  const isOpen = useObservable(scenesShown);
  return (
    <Dialog title="Scenes" isOpen={isOpen} onClose={() => scenesShown.set(false)} panelWidth={900}>
      <Scenes />
    </Dialog>
  );
}
