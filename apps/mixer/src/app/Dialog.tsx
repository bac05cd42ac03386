import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Pixels of a dialog that keeps its size whatever is in it: a list of its own scrolls. */
  readonly panelWidth?: number;
  readonly children: ReactNode;
}

/** A dialog over everything else; Escape, its cross or a click beside it close it. */
export function Dialog({ title, isOpen, onClose, panelWidth, children }: DialogProps) {
  return (
    <ModalOverlay className="dialog-backdrop" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={panelWidth === undefined ? "dialog" : "dialog panel-dialog"} style={{ "--panel-width": `${panelWidth ?? 0}px` }}>
        <AriaDialog className="dialog-body">
          <header className="dialog-header">
            <Heading slot="title">{title}</Heading>
            <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
              <X size={16} aria-hidden="true" />
            </button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
