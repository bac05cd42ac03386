import { Redo2, Undo2 } from "lucide-react";
import { useSyncExternalStore } from "react";
import { IconButton } from "./IconButton.js";
import { useRuntime } from "./runtime.js";

/** Undo and redo, each with the name of its step. */
export function UndoButtons() {
  const { document } = useRuntime();
  const undo = useSyncExternalStore(document.subscribe, () => document.undoName);
  const redo = useSyncExternalStore(document.subscribe, () => document.redoName);
  return (
    <>
      <IconButton label={undo === undefined ? "Nothing to undo" : `Undo: ${undo}`} icon={Undo2} disabled={undo === undefined} onClick={() => document.undo()} />
      <IconButton label={redo === undefined ? "Nothing to redo" : `Redo: ${redo}`} icon={Redo2} disabled={redo === undefined} onClick={() => document.redo()} />
    </>
  );
}
