import type { Strip } from "@headroom/session";
import type { MouseEvent } from "react";
import { useRuntime } from "../app/runtime.js";
import { atPointer } from "../menu/menu-request.js";
import { heardIn } from "../session/heard-in.js";
import { useSession } from "../session/use-session.js";
import { toggleSwitch } from "../strips/linked-edits.js";
import { SoloOverview } from "./SoloOverview.js";
import { soloAlone } from "./solo-edits.js";
import { openSoloMenu } from "./solo-menu.js";
import { SOLO_MARKS } from "./solo-state.js";
import "./solo.css";

/** Mute and solo of a strip; at the master, where all solos are seen and cleared. */
export function MuteSolo({ strip }: { readonly strip: Strip }) {
  const { document } = useRuntime();
  const isHeard = useSession((session) => heardIn(session).strips.has(strip.id));
  const isSilenced = !strip.mute && !isHeard;
  return (
    <div className="strip-row strip-mute-solo">
      <button
        type="button"
        className="hr-button strip-mute"
        aria-pressed={strip.mute}
        aria-label={`Mute ${strip.name}`}
        aria-description={isSilenced ? "Silent now by another strip's solo or by a VCA" : undefined}
        data-silenced={isSilenced || undefined}
        title={isSilenced ? "Silent now by another strip's solo or by a VCA. Mute (M)" : "Mute (M)"}
        onClick={() => toggleSwitch(document, strip.id, "mute")}
      >
        M
      </button>
      {strip.kind === "master" ? <SoloOverview /> : <SoloButton strip={strip} />}
    </div>
  );
}

function SoloButton({ strip }: { readonly strip: Strip }) {
  const runtime = useRuntime();
  const { document } = runtime;
  const listen = useSession((session) => session.solo.listen);
  const onClick = ({ ctrlKey, metaKey, altKey }: MouseEvent) => {
    if (altKey) soloAlone(runtime, strip.id);
    else toggleSwitch(document, strip.id, ctrlKey || metaKey ? "soloSafe" : "solo");
  };
  return (
    <button
      type="button"
      className="hr-button strip-solo"
      data-listens={listen !== "in place" || undefined}
      data-safe={strip.soloSafe || undefined}
      aria-pressed={strip.solo}
      aria-label={`Solo ${strip.name}`}
      aria-description={strip.soloSafe ? "Solo safe: stays on when others are soloed" : undefined}
      title={`Solo (S)${strip.soloSafe ? ", solo safe" : ""}. Ctrl+click: solo safe. Alt+click: alone. Right button: how solo works`}
      onClick={onClick}
      onContextMenu={(event) => {
        event.preventDefault();
        openSoloMenu(runtime, strip, atPointer(event));
      }}
    >
      {SOLO_MARKS[listen]}
    </button>
  );
}
