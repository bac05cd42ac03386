import { X } from "lucide-react";
import { useState } from "react";
import { useObservable } from "../state/observable.js";
import { notices } from "./notices.js";

const MOST_SHOWN = 3;

/** Warnings and errors over the timeline until they are closed, newest at the bottom. */
export function Messages() {
  const all = useObservable(notices);
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const shown = all.filter(({ id, where }) => where === "message" && !closed.has(id)).slice(-MOST_SHOWN);
  return (
    <div className="messages" role="region" aria-label="Messages" aria-live="assertive">
      {shown.map((notice) => (
        <div key={notice.id} className="message" data-severity={notice.severity}>
          <span>{notice.text}</span>
          <button type="button" className="icon-button" aria-label="Close this message" onClick={() => setClosed(new Set([...closed, notice.id]))}>
            <X size={14} aria-hidden="true" />
          </button>
        </div>
      ))}
    </div>
  );
}
