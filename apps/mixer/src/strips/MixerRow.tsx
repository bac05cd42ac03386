import { MASTER_ID, type Session } from "@headroom/session";
import { sections } from "../sections/sections.js";
import { useSession } from "../session/use-session.js";
import { SlotDragGhost } from "../slots/SlotDragGhost.js";
import { useObservable } from "../state/observable.js";
import { vcaOrder } from "../vcas/vca-order.js";
import { VcaView } from "../vcas/VcaView.js";
import { EmptyMixer } from "./EmptyMixer.js";
import { StripView } from "./StripView.js";
import { inMixerOrder } from "./mixer-order.js";
import "../sends/sends.css";
import "../slots/slots.css";
import "./strips.css";

/** More sends than these are scrolled. */
const MOST_SEND_ROWS = 4;

/** All strips: channels, then buses, then VCAs, then the master, which stays in sight. */
export function MixerRow() {
  const order = useSession(inMixerOrder);
  const vcas = useSession(vcaOrder);
  const shown = useObservable(sections);
  const sendRows = useSession(sendRowsOf);
  return (
    <main className="mixer" aria-label="Mixer" data-input={shown.input || undefined} data-inserts={shown.inserts || undefined} data-sends={shown.sends || undefined} data-narrow={shown.narrow || undefined} style={{ "--send-rows": sendRows }}>
      <div className="mixer-strips">
        {order.map((id) => (
          <StripView key={id} stripId={id} />
        ))}
        {vcas.map((id) => (
          <VcaView key={id} vcaId={id} />
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
