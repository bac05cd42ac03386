import { laneKey, type LaneTarget, laneValue } from "@headroom/session";
import { onFrame } from "@headroom/ui";
import { X } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { below, openMenu } from "../menu/menu-request.js";
import { useSession } from "../session/use-session.js";
import { modeActions } from "./lane-menu.js";
import { toggleLane } from "./shown-lanes.js";
import type { TargetForm } from "./target-form.js";

/** What stands beside an automation lane: its parameter, the value at the playhead, its mode. */
export const LaneHeader = memo(function LaneHeader({ target, form }: { readonly target: LaneTarget; readonly form: TargetForm }) {
  const { transport, document } = useRuntime();
  const key = laneKey(target);
  const lane = useSession((session) => session.lanes[key]);
  const value = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      onFrame(() => {
        const now = lane && lane.mode !== "manual" ? laneValue(lane.points, transport.seconds(), form.laneScale) : undefined;
        const text = form.text(now ?? form.base);
        if (value.current && value.current.textContent !== text) value.current.textContent = text;
      }),
    [lane, form, transport],
  );
  const name = `${form.label} of ${form.owner}`;
  const mode = lane?.mode ?? "play";
  return (
    <div className="automation-header">
      <div className="automation-title">
        <span title={name}>{form.label}</span>
        <button type="button" className="timeline-tool" aria-label={`Hide the automation of ${name}`} title="Hide this lane" onClick={() => toggleLane(target)}>
          <X size={11} aria-hidden="true" />
        </button>
      </div>
      <div className="automation-title">
        <button
          type="button"
          className="automation-mode"
          data-mode={mode}
          aria-label={`Automation mode of ${name}: ${mode}`}
          title="What the lane does while the song plays"
          onClick={(event) => openMenu.set({ label: `Automation mode of ${name}`, place: below(event.currentTarget), sections: [{ actions: modeActions(mode, (chosen) => document.lanes.setMode(target, chosen)) }] })}
        >
          {mode}
        </button>
        <span ref={value} className="automation-value" />
      </div>
    </div>
  );
});
