import { Dialog } from "../app/Dialog.js";
import { useObservable } from "../state/observable.js";
import { SessionList } from "./SessionList.js";
import { sessionsShown } from "./sessions-shown.js";
import "./sessions.css";

/** All sessions of this browser: to open, make, copy, name, delete; and the way in and out by files. */
export function SessionsDialog() {
  const isOpen = useObservable(sessionsShown);
  return (
    <Dialog title="Sessions" isOpen={isOpen} onClose={() => sessionsShown.set(false)} panelWidth={720}>
      <SessionList />
    </Dialog>
  );
}
