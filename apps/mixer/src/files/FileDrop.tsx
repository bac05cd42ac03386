import { useEffect, useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";
import { addFiles, filesUnderWay } from "./add-files.js";
import "./files.css";

/** Takes audio files that are dropped anywhere on the page, and shows how far adding them is. */
export function FileDrop() {
  const runtime = useRuntime();
  const [isOver, setOver] = useState(false);
  const underWay = useObservable(filesUnderWay);
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    addEventListener("dragover", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    }, { signal });
    addEventListener("dragleave", (event) => event.relatedTarget === null && setOver(false), { signal });
    addEventListener("drop", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void addFiles(runtime, [...(event.dataTransfer?.files ?? [])]);
    }, { signal });
    return () => ended.abort();
  }, [runtime]);
  if (isOver) return <div className="file-drop">Drop audio files to make channels</div>;
  if (!underWay) return null;
  return (
    <div className="file-progress" role="status">
      <progress max={underWay.total} value={underWay.done} aria-label="Progress of adding files" />
      Adding {underWay.name} ({underWay.done + 1} of {underWay.total})
    </div>
  );
}
