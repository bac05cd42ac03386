import { X } from "lucide-react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useObservable } from "../state/observable.js";
import { scenesShown } from "./scene-compare.js";
import { Scenes } from "./Scenes.js";
import "./scenes.css";

/** Mixes that were stored under names: to come back to, and to compare with. */
export function ScenesDialog() {
  const isOpen = useObservable(scenesShown);
  return (
    <ModalOverlay className="dialog-backdrop" isOpen={isOpen} onOpenChange={(open) => scenesShown.set(open)} isDismissable>
      <Modal className="dialog scenes-dialog">
        <AriaDialog className="scenes-body">
          <header className="dialog-header">
            <Heading slot="title">Scenes</Heading>
            <button type="button" className="icon-button" aria-label="Close" onClick={() => scenesShown.set(false)}>
              <X size={16} aria-hidden="true" />
            </button>
          </header>
          <Scenes />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
