import { X } from "lucide-react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useObservable } from "../state/observable.js";
import { SessionList } from "./SessionList.js";
import { sessionsShown } from "./sessions-shown.js";
import "./sessions.css";

/** All sessions of this browser: to open, make, copy, name, delete; and the way in and out by files. */
export function SessionsDialog() {
  const isOpen = useObservable(sessionsShown);
  return (
    <ModalOverlay className="dialog-backdrop" isOpen={isOpen} onOpenChange={(open) => sessionsShown.set(open)} isDismissable>
      <Modal className="dialog sessions-dialog">
        <AriaDialog className="sessions-body">
          <header className="dialog-header">
            <Heading slot="title">Sessions</Heading>
            <button type="button" className="icon-button" aria-label="Close" onClick={() => sessionsShown.set(false)}>
              <X size={16} aria-hidden="true" />
            </button>
          </header>
          <SessionList />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
