import { useRef, useState } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { useObservable } from "../state/observable.js";
import { notices } from "./notices.js";

/** The last thing worth saying; a click lists those before. */
export function LastNotice() {
  const all = useObservable(notices);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const last = all.at(-1);
  return (
    <>
      <button ref={button} type="button" className="status-notice" data-severity={last?.severity} aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(true)}>
        {last?.text ?? "No notices"}
      </button>
      <Popover triggerRef={button} isOpen={isOpen} onOpenChange={setOpen} placement="top end" className="menu-popover notices-popover">
        <AriaDialog aria-label="Notices" className="notices-list">
          {all.length === 0 && <p>Nothing has happened yet that is worth a notice.</p>}
          <ol>
            {all.toReversed().map((notice) => (
              <li key={notice.id} data-severity={notice.severity}>
                <time>{notice.time.toLocaleTimeString()}</time> {notice.text}
              </li>
            ))}
          </ol>
        </AriaDialog>
      </Popover>
    </>
  );
}
