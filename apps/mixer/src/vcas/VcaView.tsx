import { Fader } from "@headroom/ui";
import { memo } from "react";
import { useRuntime } from "../app/runtime.js";
import { atPointer } from "../menu/menu-request.js";
import { useSession } from "../session/use-session.js";
import { SOLO_MARKS } from "../solo/solo-state.js";
import { toggleSwitch } from "../strips/linked-edits.js";
import { pressStrip } from "../strips/select-by-pointer.js";
import { useIsSelected } from "../strips/selection.js";
import { StripName } from "../strips/StripName.js";
import { useLinkedControl } from "../strips/use-linked-control.js";
import { VcaMembers } from "./VcaMembers.js";
import { openVcaMenu } from "./vca-menu.js";
import "./vcas.css";

/** A VCA: a fader, a mute and a solo for what it holds. */
export const VcaView = memo(function VcaView({ vcaId }: { readonly vcaId: string }) {
  const runtime = useRuntime();
  const { document } = runtime;
  const vca = useSession((session) => session.vcas[vcaId]);
  const fader = useLinkedControl(vcaId, "faderDb");
  const listen = useSession((session) => session.solo.listen);
  const isSelected = useIsSelected(vcaId);
  if (!vca) return null;
  return (
    <section
      className="strip"
      aria-label={`${vca.name} VCA`}
      data-kind="vca"
      data-selected={isSelected || undefined}
      style={{ "--strip-color": vca.color }}
      onContextMenu={(event) => {
        if (event.defaultPrevented) return;
        event.preventDefault();
        openVcaMenu(runtime, vca, atPointer(event));
      }}
      onPointerDownCapture={(event) => pressStrip(runtime, vcaId, event)}
    >
      <StripName named={vca} rename={(name) => document.vcas.set(vcaId, { name })} openNameMenu={(place) => openVcaMenu(runtime, vca, place)} />
      <VcaMembers vca={vca} />
      <div className="strip-level vca-level">
        <Fader handle={fader} name={`Fader of ${vca.name}`} />
      </div>
      <div className="strip-row strip-mute-solo">
        <button type="button" className="hr-button strip-mute" aria-pressed={vca.mute} aria-label={`Mute ${vca.name}`} title="Mute what it holds (M)" onClick={() => toggleSwitch(document, vcaId, "mute")}>
          M
        </button>
        <button type="button" className="hr-button strip-solo" data-listens={listen !== "in place" || undefined} aria-pressed={vca.solo} aria-label={`Solo ${vca.name}`} title="Solo what it holds (S)" onClick={() => toggleSwitch(document, vcaId, "solo")}>
          {SOLO_MARKS[listen]}
        </button>
      </div>
      <span className="strip-output-fixed">VCA</span>
    </section>
  );
});
