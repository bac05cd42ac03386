import { lazy, Suspense, useRef, useState } from "react";
import { useObservable } from "../state/observable.js";
import { notices } from "./notices.js";

const NoticeList = lazy(async () => ({ default: (await import("./NoticeList.js")).NoticeList }));

/** The last thing worth saying; a click lists those before. */
export function LastNotice() {
  const last = useObservable(notices).at(-1);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button ref={button} type="button" className="status-notice" data-severity={last?.severity} aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(true)}>
        {last?.text ?? "No notices"}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <NoticeList anchor={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
