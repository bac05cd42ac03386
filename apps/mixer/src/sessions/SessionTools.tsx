import { Download, FolderOpen, Music, Plus } from "lucide-react";
import { useRuntime } from "../app/runtime.js";
import { newDemo, newSession } from "./go-to-session.js";
import { chooseSessionFile, saveSessionFile } from "./session-files.js";
import { sessionsShown } from "./sessions-shown.js";

/** New sessions, and files in and out. */
export function SessionTools() {
  const runtime = useRuntime();
  const isKept = runtime.sessions?.store.problem === undefined;
  return (
    <div className="sessions-tools">
      <button type="button" className="hr-button primary" disabled={!isKept} onClick={() => void newSession(runtime)}>
        <Plus size={14} aria-hidden="true" /> New session
      </button>
      <button type="button" className="hr-button" disabled={!isKept} title="Open a session file (.headroom) as a new session" onClick={() => chooseSessionFile(runtime)}>
        <FolderOpen size={14} aria-hidden="true" /> Open file…
      </button>
      <button type="button" className="hr-button" disabled={!isKept} title="The demo song from its start, as a session of its own" onClick={() => void newDemo(runtime)}>
        <Music size={14} aria-hidden="true" /> Demo song
      </button>
      <button
        type="button"
        className="hr-button sessions-save"
        title="The open session with its audio as one file (Ctrl+S)"
        onClick={() => {
          sessionsShown.set(false);
          void saveSessionFile(runtime);
        }}
      >
        <Download size={14} aria-hidden="true" /> Save as .headroom
      </button>
    </div>
  );
}
