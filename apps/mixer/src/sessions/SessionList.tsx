import type { SessionSummary } from "@headroom/session";
import { type KeyboardEvent, useRef, useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { DeletedSessions } from "./DeletedSessions.js";
import { deleteSession, duplicateSession, goToSession, renameSession } from "./go-to-session.js";
import { SessionRow } from "./SessionRow.js";
import { SessionTools } from "./SessionTools.js";
import { sessionsShown } from "./sessions-shown.js";
import { useSessionList } from "./use-session-list.js";

/** The list of sessions with what can be done with them. */
export function SessionList() {
  const runtime = useRuntime();
  const [list, look] = useSessionList();
  const [deleted, setDeleted] = useState<SessionSummary>();
  const rows = useRef<HTMLUListElement>(null);
  const { sessions } = runtime;
  if (!sessions) return null;
  const { store, opened } = sessions;
  const restore = async (summary: SessionSummary) => {
    await store.restore(summary.id);
    setDeleted(undefined);
    await look();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && moveFocus(rows.current, focusedRow(rows.current) + (event.key === "ArrowDown" ? 1 : -1))) event.preventDefault();
    if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && deleted) void restore(deleted);
  };
  return (
    <div className="sessions-content" onKeyDown={onKeyDown}>
      <SessionTools />
      {store.problem !== undefined && <p className="sessions-problem">{store.problem} Save this session as a file to keep it; others cannot be opened here.</p>}
      <ul ref={rows} className="panel-list" aria-label="Sessions of this browser">
        {list?.kept.map((summary) => (
          <SessionRow
            key={summary.id}
            summary={summary}
            isOpen={summary.id === opened.id}
            onOpen={() => (summary.id === opened.id ? sessionsShown.set(false) : void goToSession(runtime, summary.id))}
            onRename={(name) => void renameSession(runtime, summary, name).then(look)}
            onDuplicate={() => void duplicateSession(runtime, summary).then(look)}
            onDelete={() => {
              if (summary.id !== opened.id) setDeleted(summary);
              moveFocus(rows.current, list.kept.indexOf(summary) + (summary === list.kept.at(-1) ? -1 : 1));
              void deleteSession(runtime, summary).then(look);
            }}
          />
        ))}
      </ul>
      <div className="sessions-foot" role="status">
        {deleted && (
          <>
            <span>“{deleted.name}” was deleted.</span>
            <button type="button" className="hr-button" onClick={() => void restore(deleted)}>
              Undo
            </button>
          </>
        )}
      </div>
      {list && list.deleted.length > 0 && <DeletedSessions deleted={list.deleted} onRestore={(summary) => void restore(summary)} />}
    </div>
  );
}

const rowsOf = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>("[data-session-row]") ?? [])];

function focusedRow(list: HTMLElement | null): number {
  return rowsOf(list).findIndex((row) => row === document.activeElement);
}

/** Goes to a row. @returns whether there is one. */
function moveFocus(list: HTMLElement | null, index: number): boolean {
  const row = rowsOf(list)[index];
  row?.focus();
  return row !== undefined;
}
