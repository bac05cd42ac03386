import { type Insert, routingLoop, type Session } from "@headroom/session";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { findInsert } from "../session/find-insert.js";
import { useSession } from "../session/use-session.js";
import { inMixerOrder } from "../strips/mixer-order.js";

/** Value of the option that connects nothing. */
const NOTHING = "";

interface SidechainSelectProps {
  readonly insert: Insert;
  /** The plugin's name. */
  readonly title: string;
}

/** The strip that a plugin hears beside its input: any but those that its own strip feeds. */
export function SidechainSelect({ insert, title }: SidechainSelectProps) {
  const { document } = useRuntime();
  const session = useSession((now) => now);
  return (
    <label className="window-sidechain" title="The strip that the plugin listens to, before its fader">
      <span className="window-label">Sidechain</span>
      <select
        className="hr-select"
        aria-label={`Sidechain of ${title}`}
        data-connected={insert.sidechain !== undefined || undefined}
        value={insert.sidechain ?? NOTHING}
        onChange={({ target }) => attempt(() => document.inserts.setSidechain(insert.id, target.value === NOTHING ? undefined : target.value))}
      >
        <option value={NOTHING}>None</option>
        {possibleSources(session, insert).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function possibleSources(session: Session, insert: Insert): { readonly id: string; readonly name: string }[] {
  const strip = findInsert(session, insert.id)?.strip;
  if (!strip) return [];
  return inMixerOrder(session).flatMap((id) => {
    const source = session.strips[id];
    return source && !routingLoop(session.strips, id, strip.id) ? [{ id, name: source.name || id }] : [];
  });
}
