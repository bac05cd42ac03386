import type { RefObject } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { useObservable } from "../state/observable.js";
import { notices } from "./notices.js";

interface NoticeListProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** All notices, newest first, over what opened them. */
export function NoticeList({ anchor, onClose }: NoticeListProps) {
  const all = useObservable(notices);
  return (
    <Popover triggerRef={anchor} isOpen onOpenChange={(isOpen) => !isOpen && onClose()} placement="top end" className="menu-popover notices-popover">
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
  );
}
