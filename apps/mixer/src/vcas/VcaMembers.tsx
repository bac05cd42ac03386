import { MASTER_ID, type Vca } from "@headroom/session";
import { X } from "lucide-react";
import { useRuntime } from "../app/runtime.js";
import { below } from "../menu/menu-request.js";
import { useSession } from "../session/use-session.js";
import { inMixerOrder } from "../strips/mixer-order.js";
import { toggleMember } from "./vca-edits.js";
import { openMembersMenu } from "./vca-menu.js";
import { vcaOrder } from "./vca-order.js";

/** What a VCA holds: strips and other VCAs. */
export function VcaMembers({ vca }: { readonly vca: Vca }) {
  const runtime = useRuntime();
  const strips = useSession((session) => session.strips);
  const vcas = useSession((session) => session.vcas);
  const order = useSession(inMixerOrder);
  const members = [...order, MASTER_ID, ...vcaOrder({ vcas })].filter((id) => vca.members.includes(id)).flatMap((id) => strips[id] ?? vcas[id] ?? []);
  return (
    <ul className="vca-members" aria-label={`Members of ${vca.name}`}>
      {members.map(({ id, name, color }) => (
        <li key={id} className="vca-member" style={{ "--strip-color": color }}>
          <span>{name || id}</span>
          <button type="button" aria-label={`Take ${name} out of ${vca.name}`} title={`Take ${name} out`} onClick={() => toggleMember(runtime, vca.id, id)}>
            <X size={10} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="send-add" aria-label={`Add a member to ${vca.name}`} aria-haspopup="menu" onClick={(event) => openMembersMenu(runtime, vca, below(event.currentTarget))}>
          + Member
        </button>
      </li>
    </ul>
  );
}
