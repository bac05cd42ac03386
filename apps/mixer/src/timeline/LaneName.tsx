import type { Strip } from "@headroom/session";
import { memo } from "react";
import { useRuntime } from "../app/runtime.js";
import { isArmed, isAutomated, openLaneMenu } from "../automation/lane-menu.js";
import { below } from "../menu/menu-request.js";
import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { selectedStrip, selectStrip } from "../strips/selection.js";

/** The name beside a lane; a click selects the strip. */
export const LaneName = memo(function LaneName({ strip }: { readonly strip: Strip }) {
  const runtime = useRuntime();
  const isSelected = useObservable(selectedStrip) === strip.id;
  const armed = useSession((session) => isArmed(session, strip));
  const automated = useSession((session) => isAutomated(session, strip));
  return (
    <div className="lane-name" data-selected={isSelected || undefined}>
      <button type="button" className="lane-select" aria-pressed={isSelected} onClick={() => selectStrip(strip.id)} title={strip.name}>
        <span className="lane-color" style={{ background: strip.color }} />
        <span className="lane-text">{strip.name}</span>
      </button>
      <button
        type="button"
        className="automation-button"
        aria-label={`Automation of ${strip.name}`}
        title="Show lanes of automation"
        data-on={automated || undefined}
        data-armed={armed || undefined}
        onClick={(event) => openLaneMenu(runtime, strip.id, below(event.currentTarget))}
      >
        A
      </button>
    </div>
  );
});
