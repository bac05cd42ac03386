import { MASTER_ID, type Session } from "@headroom/session";
import { useSession } from "../session/use-session.js";
import { SlotDragGhost } from "../slots/SlotDragGhost.js";
import { EmptyMixer } from "./EmptyMixer.js";
import { StripView } from "./StripView.js";
import { inMixerOrder } from "./mixer-order.js";
import "../sends/sends.css";
import "../slots/slots.css";
import "./strips.css";

/** More sends than these are scrolled. */
const MOST_SEND_ROWS = 4;

/** All strips: channels, then buses, then the master, which stays in sight. */
export function MixerRow() {
  const order = useSession(inMixerOrder);
  const sendRows = useSession(sendRowsOf);
  return (
    <main className="mixer" aria-label="Mixer" style={{ "--send-rows": sendRows }}>
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

/** Rows that all strips keep for sends, so that their faders stand in line: one is for adding. */
function sendRowsOf({ strips }: Session): number {
  return Math.min(MOST_SEND_ROWS, 1 + Math.max(...Object.values(strips).map(({ sends }) => sends.length)));
}
