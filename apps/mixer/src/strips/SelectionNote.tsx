import { X } from "lucide-react";
import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { selectedStrip, selection, selectStrip } from "./selection.js";

/** Names of so many strips are written out. */
const MOST_NAMED = 4;

/** Says how many strips are selected and move together; nothing while it is one. */
export function SelectionNote() {
  const ids = useObservable(selection);
  const strips = useSession((session) => session.strips);
  const vcas = useSession((session) => session.vcas);
  const names = [...ids].flatMap((id) => strips[id]?.name ?? vcas[id]?.name ?? []);
  const isShown = names.length > 1;
  const more = names.length - MOST_NAMED;
  const listed = `${names.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return (
    <>
      <span role="status" className={isShown ? "selection-note" : "hr-hidden"} title="Faders, pans, mutes, solos and colours of the selected strips move together">
        {isShown ? `${names.length} strips linked: ${listed}` : ""}
      </span>
      {isShown && (
        <button type="button" className="status-button selection-end" aria-label="Unlink: select one strip" title="Unlink (Esc)" onClick={() => selectStrip(selectedStrip.value)}>
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </>
  );
}
