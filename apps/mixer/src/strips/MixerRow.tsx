import { MASTER_ID } from "@headroom/session";
import { useSession } from "../session/use-session.js";
import { SlotDragGhost } from "../slots/SlotDragGhost.js";
import { EmptyMixer } from "./EmptyMixer.js";
import { StripView } from "./StripView.js";
import { inMixerOrder } from "./mixer-order.js";
import "../slots/slots.css";
import "./strips.css";

/** All strips: channels, then buses, then the master, which stays in sight. */
export function MixerRow() {
  const order = useSession(inMixerOrder);
  return (
    <main className="mixer" aria-label="Mixer">
      <div className="mixer-strips">
        {order.map((id) => (
          <StripView key={id} stripId={id} />
        ))}
        {order.length === 0 && <EmptyMixer />}
      </div>
      <StripView stripId={MASTER_ID} />
      <SlotDragGhost />
    </main>
  );
}
