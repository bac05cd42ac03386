import { memo } from "react";
import { MonitorColumn } from "../monitor/MonitorColumn.js";
import { useStrip } from "../session/use-session.js";
import { SendList } from "../sends/SendList.js";
import { SlotRack } from "../slots/SlotRack.js";
import { MuteSolo } from "../solo/MuteSolo.js";
import { useObservable } from "../state/observable.js";
import { OutputSelect } from "./OutputSelect.js";
import { selectedStrip, selectStrip } from "./selection.js";
import { StripLevel } from "./StripLevel.js";
import { StripName } from "./StripName.js";
import { TrimRow } from "./TrimRow.js";

const KIND_NAMES = { channel: "channel", bus: "bus", master: "" };

/** One strip of the mixer, from its name at the top to its output at the bottom. */
export const StripView = memo(function StripView({ stripId }: { readonly stripId: string }) {
  const strip = useStrip(stripId);
  const isSelected = useObservable(selectedStrip) === stripId;
  if (!strip) return null;
  return (
    <section
      className="strip"
      aria-label={`${strip.name} ${KIND_NAMES[strip.kind]}`.trim()}
      data-kind={strip.kind}
      data-selected={isSelected || undefined}
      style={{ "--strip-color": strip.color }}
      onPointerDownCapture={() => selectStrip(stripId)}
    >
      <StripName strip={strip} />
      <TrimRow strip={strip} />
      <SlotRack strip={strip} />
      <SendList strip={strip} />
      {strip.kind === "master" ? (
        <div className="strip-level-row">
          <StripLevel stripId={strip.id} stripName={strip.name} />
          <MonitorColumn />
        </div>
      ) : (
        <StripLevel stripId={strip.id} stripName={strip.name} />
      )}
      <MuteSolo strip={strip} />
      <OutputSelect strip={strip} />
    </section>
  );
});
