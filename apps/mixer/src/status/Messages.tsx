import { X } from "lucide-react";
import { useState } from "react";
import { useObservable } from "../state/observable.js";
import { type Notice, notices } from "./notices.js";

const MOST_SHOWN = 3;

/**
 * Warnings and errors over the timeline until they are closed, newest at the bottom. What was done and can be undone
 * is said at the lower edge and goes by itself.
 */
export function Messages() {
  const all = useObservable(notices);
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const shown = all.filter(({ id, where, action }) => where === "message" && action === undefined && !closed.has(id)).slice(-MOST_SHOWN);
  const undoable = all.findLast(({ action }) => action !== undefined);
  const list = (some: readonly Notice[]) =>
    some.map((notice) => <Message key={notice.id} notice={notice} onClose={() => setClosed(new Set([...closed, notice.id]))} />);
  return (
    <>
      <div className="messages" role="region" aria-label="Messages" aria-live="assertive">
        {list(shown)}
      </div>
      <div className="messages" data-passing role="region" aria-label="What can be undone" aria-live="polite">
        {undoable && !closed.has(undoable.id) && list([undoable])}
      </div>
    </>
  );
}

function Message({ notice: { severity, text, action }, onClose }: { readonly notice: Notice; readonly onClose: () => void }) {
  return (
    // The style says how long a passing message stays, and that it waits while pointer or focus is on it.
    <div className="message" data-severity={severity} onAnimationEnd={onClose}>
      <span>{text}</span>
      {action && (
        <button
          type="button"
          className="hr-button"
          onClick={() => {
            action.run();
            onClose();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="icon-button" aria-label="Close this message" onClick={onClose}>
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
