import { ChevronDown } from "lucide-react";
import { useRuntime } from "../app/runtime.js";
import { below } from "../menu/menu-request.js";
import { useSession } from "../session/use-session.js";
import { clearSolo } from "./solo-edits.js";
import { openSoloMenu } from "./solo-menu.js";
import { SOLO_MARKS, SOLO_WORDS, soloCount } from "./solo-state.js";

/** Whether anything is soloed, a button that ends it, and how solo works. */
export function SoloOverview() {
  const runtime = useRuntime();
  const count = useSession(soloCount);
  const listen = useSession((session) => session.solo.listen);
  const mark = SOLO_MARKS[listen];
  return (
    <div className="solo-overview" role="group" aria-label="Solo">
      <button
        type="button"
        className="hr-button solo-clear"
        data-listens={listen !== "in place" || undefined}
        data-lit={count > 0 || undefined}
        disabled={count === 0}
        aria-label={`Clear all solos: ${count}`}
        title={count === 0 ? "Nothing is soloed" : "Clear all solos (Alt+S)"}
        onClick={() => clearSolo(runtime)}
      >
        {count === 0 ? `No ${mark === "S" ? "solo" : mark}` : `${mark} ×${count}`}
      </button>
      <button
        type="button"
        className="hr-button solo-modes"
        aria-label={`How solo works: ${SOLO_WORDS[listen]}`}
        aria-haspopup="menu"
        title={`How solo works: ${SOLO_WORDS[listen]}`}
        onClick={(event) => openSoloMenu(runtime, undefined, below(event.currentTarget))}
      >
        <ChevronDown size={12} aria-hidden="true" />
      </button>
    </div>
  );
}
