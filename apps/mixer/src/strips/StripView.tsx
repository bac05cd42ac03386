import { memo } from "react";
import { useRuntime } from "../app/runtime.js";
import { InputDetails } from "../input/InputDetails.js";
import { atPointer } from "../menu/menu-request.js";
import { MonitorColumn } from "../monitor/MonitorColumn.js";
import { useStrip } from "../session/use-session.js";
import { sections } from "../sections/sections.js";
import { SendList } from "../sends/SendList.js";
import { SlotRack } from "../slots/SlotRack.js";
import { MuteSolo } from "../solo/MuteSolo.js";
import { useObservable } from "../state/observable.js";
import { StripVcas } from "../vcas/StripVcas.js";
import { OutputSelect } from "./OutputSelect.js";
import { pressStrip } from "./select-by-pointer.js";
import { useIsSelected } from "./selection.js";
import { StripLevel } from "./StripLevel.js";
import { StripName } from "./StripName.js";
import { openStripMenu } from "./strip-menu.js";
import { TrimRow } from "./TrimRow.js";

const KIND_NAMES = { channel: "channel", bus: "bus", master: "" };

/** One strip of the mixer, from its name at the top to its output at the bottom. */
export const StripView = memo(function StripView({ stripId }: { readonly stripId: string }) {
  const runtime = useRuntime();
  const { document } = runtime;
  const strip = useStrip(stripId);
  const isSelected = useIsSelected(stripId);
  const shown = useObservable(sections);
  if (!strip) return null;
  return (
    <section
      className="strip"
      aria-label={`${strip.name} ${KIND_NAMES[strip.kind]}`.trim()}
      data-kind={strip.kind}
      data-selected={isSelected || undefined}
      style={{ "--strip-color": strip.color }}
      onContextMenu={(event) => {
        if (event.defaultPrevented) return;
        event.preventDefault();
        openStripMenu(runtime, strip, atPointer(event));
      }}
      onPointerDownCapture={(event) => pressStrip(runtime, stripId, event)}
    >
      <StripName named={strip} rename={(name) => document.strips.rename(stripId, name)} openNameMenu={(place) => openStripMenu(runtime, strip, place)}>
        <StripVcas stripId={stripId} />
      </StripName>
      <TrimRow strip={strip} />
      {shown.input && <InputDetails strip={strip} />}
      {shown.inserts && <SlotRack strip={strip} />}
      {shown.sends && <SendList strip={strip} />}
      {strip.kind === "master" ? (
        <div className="strip-level-row">
          <StripLevel strip={strip} />
          <MonitorColumn />
        </div>
      ) : (
        <StripLevel strip={strip} />
      )}
      <MuteSolo strip={strip} />
      <OutputSelect strip={strip} />
    </section>
  );
});
