import { useObservable } from "../state/observable.js";
import { draggedInsert } from "./slot-drag.js";

/** The insert under the pointer while it is dragged. */
export function SlotDragGhost() {
  const dragged = useObservable(draggedInsert);
  if (!dragged) return null;
  return (
    <div className="slot-ghost" style={{ transform: `translate(${dragged.x + 8}px, ${dragged.y + 8}px)` }} aria-hidden="true">
      {dragged.copy ? `+ ${dragged.name}` : dragged.name}
    </div>
  );
}
