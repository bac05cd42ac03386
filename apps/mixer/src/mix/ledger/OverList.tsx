import { useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { useSession } from "../../session/use-session.js";
import { useObservable } from "../../state/observable.js";
import { clockText } from "../../transport/time-text.js";
import { levelText } from "./ledger-text.js";
import type { Over, OverLog } from "./over-log.js";

/** The moments at which the master went over; a click goes there and shows which strips made it. */
export function OverList({ log }: { readonly log: OverLog }) {
  const { transport } = useRuntime();
  const overs = useObservable(log.overs);
  const [chosen, choose] = useState<Over>();
  const shown = overs.find((over) => over === chosen) ?? overs[0];
  if (!shown) return <section className="over-list" aria-label="Overs of the master"><h3>Overs of the master</h3><p className="mix-hint">None yet. Each moment at which the master goes over full scale is kept here, with the strips that made it.</p></section>;
  return (
    <section className="over-list" aria-label="Overs of the master">
      <h3>Overs of the master</h3>
      <div className="over-columns">
        <ul className="over-times">
          {overs.map((over) => (
            <li key={over.seconds}>
              <button type="button" aria-pressed={over === shown} onClick={() => {
                choose(over);
                transport.seek(Math.max(0, over.seconds - 0.5));
              }}>
                <span>{clockText(over.seconds)}</span>
                <b>{levelText(over.peakDb)}</b>
              </button>
            </li>
          ))}
        </ul>
        <Parts over={shown} />
      </div>
    </section>
  );
}

/** What fed the master at that moment, loudest first. */
function Parts({ over }: { readonly over: Over }) {
  const strips = useSession((session) => session.strips);
  const top = over.parts[0]?.peakDb ?? 0;
  return (
    <ol className="over-parts" aria-label="Strips that made it, with their peaks in dBFS">
      {over.parts.map(({ stripId, peakDb }) => (
        <li key={stripId} style={{ "--strip-color": strips[stripId]?.color, "--share": 10 ** ((peakDb - top) / 20) }}>
          <span>{strips[stripId]?.name}</span>
          <i aria-hidden="true" />
          <b>{levelText(peakDb)}</b>
        </li>
      ))}
    </ol>
  );
}
