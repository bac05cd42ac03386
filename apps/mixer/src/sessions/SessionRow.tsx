import type { SessionSummary } from "@headroom/session";
import { Copy, Pencil, Trash2 } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { SessionPicture } from "./SessionPicture.js";
import { whenChanged } from "./when-changed.js";

interface SessionRowProps {
  readonly summary: SessionSummary;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onRename: (name: string) => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

/** One session of the list: what it looks like, when it was changed, what can be done with it. */
export function SessionRow({ summary: { name, modified, strips, audio }, isOpen, onOpen, onRename, onDuplicate, onDelete }: SessionRowProps) {
  const [isNaming, setNaming] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    const act =
      event.key === "F2" ? () => setNaming(true)
      : event.key === "Delete" ? onDelete
      : event.key.toLowerCase() === "d" && (event.ctrlKey || event.metaKey) ? onDuplicate
      : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };
  const take = (typed: string) => {
    setNaming(false);
    onRename(typed);
  };
  return (
    <li className="session-row" data-open={isOpen || undefined}>
      {isNaming ? (
        <span className="session-open">
          <SessionPicture {...(strips && { strips })} />
          <NameField name={name} onTake={take} />
        </span>
      ) : (
        <button type="button" className="session-open" data-session-row onClick={onOpen} onKeyDown={onKeyDown} aria-current={isOpen || undefined} title={isOpen ? "This session is open" : `Open ${name}`}>
          <SessionPicture {...(strips && { strips })} />
          <span className="session-what">
            <span className="session-title">{name}</span>
            <span className="session-facts">
              {isOpen && <b>Open</b>} Changed {whenChanged(modified)} · {audio.length === 1 ? "1 audio file" : `${audio.length} audio files`}
            </span>
          </span>
        </button>
      )}
      <button type="button" className="icon-button" aria-label={`Rename ${name}`} title="Rename (F2)" onClick={() => setNaming(true)}>
        <Pencil size={14} aria-hidden="true" />
      </button>
      <button type="button" className="icon-button" aria-label={`Duplicate ${name}`} title="Duplicate (Ctrl+D)" onClick={onDuplicate}>
        <Copy size={14} aria-hidden="true" />
      </button>
      <button type="button" className="icon-button" aria-label={`Delete ${name}`} title="Delete (Del)" onClick={onDelete}>
        <Trash2 size={14} aria-hidden="true" />
      </button>
    </li>
  );
}

function NameField({ name, onTake }: { readonly name: string; readonly onTake: (typed: string) => void }) {
  return (
    <input
      className="session-title-field"
      aria-label={`New name of ${name}`}
      autoFocus
      defaultValue={name}
      maxLength={200}
      spellCheck={false}
      onFocus={(event) => event.target.select()}
      onBlur={(event) => onTake(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.currentTarget.value = name;
        if (event.key !== "Enter" && event.key !== "Escape") return;
        // Escape ends the naming, not the dialog.
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.blur();
      }}
    />
  );
}
