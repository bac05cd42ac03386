import { useEffect, useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";
import { loadFiles } from "../plugins/load-plugin.js";
import { isPluginFile } from "../plugins/read-files.js";
import { isSessionFile } from "../sessions/is-session-file.js";
import { notify } from "../status/notices.js";
import { addFiles, filesUnderWay } from "./add-files.js";
import "./files.css";

/** Takes audio files, plugins and sessions that are dropped anywhere on the page, and shows how far adding them is. */
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
      const files = [...(event.dataTransfer?.files ?? [])];
      const [session] = files.filter(isSessionFile);
      if (session) {
        void import("../sessions/session-files.js").then(({ openSessionFile }) => openSessionFile(runtime, session));
        return;
      }
      const plugin = files.filter(isPluginFile);
      if (plugin.length > 0) void loadFiles(runtime, plugin).then((fault) => fault !== undefined && notify("error", fault));
      if (files.length > plugin.length) void addFiles(runtime, files.filter((file) => !isPluginFile(file)));
    }, { signal });
    return () => ended.abort();
  }, [runtime]);
  if (isOver) return <div className="file-drop">Drop audio files to make channels, a session to open it, or a plugin to add it</div>;
  if (!underWay) return null;
  return (
    <div className="file-progress" role="status">
      <progress max={underWay.total} value={underWay.done} aria-label="Progress of adding files" />
      Adding {underWay.name} ({underWay.done + 1} of {underWay.total})
    </div>
  );
}
