import { useMemo, useRef } from "react";
import { useRuntime } from "../../app/runtime.js";
import { useSession } from "../../session/use-session.js";
import type { Boundary } from "./boundaries.js";
import { boundaryName, headroomText, levelText, meaningText } from "./ledger-text.js";
import { LevelProbe } from "./level-probe.js";
import { setText, useLive } from "./use-live.js";

/** All that is measured at one boundary, and what it means. */
export function BoundaryDetail({ boundary }: { readonly boundary: Boundary | undefined }) {
  if (!boundary) return <section className="boundary-detail" aria-label="Boundary"><p className="mix-hint">A cell of the ledger shows here in full: what was measured at that point of the way, and what it means. Play the song first.</p></section>;
  return <LiveDetail key={boundary.key} boundary={boundary} />;
}

function LiveDetail({ boundary }: { readonly boundary: Boundary }) {
  const { engine, plugins } = useRuntime();
  const session = useSession((now) => now);
  const probe = useMemo(() => new LevelProbe(boundary), [boundary]);
  const section = useRef<HTMLElement>(null);
  useLive(section, (element) => {
    const levels = probe.read(engine.value);
    const values = { now: levelText(levels.peakDb), highest: levelText(levels.maxDb), rms: levelText(levels.rmsDb), headroom: headroomText(levels.maxDb), over: levels.clips.toLocaleString("en") };
    for (const [name, text] of Object.entries(values)) setText(element.querySelector(`[data-value="${name}"]`), text);
    setText(element.querySelector("p"), meaningText(boundary, levels, session));
  });
  const facts = [["now", "Peak", "dBFS"], ["highest", "Highest", "dBFS"], ["rms", "RMS", "dBFS"], ["headroom", "Headroom", "dB"], ["over", "Over", "samples"]] as const;
  return (
    <section ref={section} className="boundary-detail" aria-label="Boundary">
      <h3>
        {session.strips[boundary.stripId]?.name} {boundaryName(boundary, (id) => plugins.name(id))}
      </h3>
      <dl>
        {facts.map(([name, label, unit]) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              <span data-value={name} /> <small>{unit}</small>
            </dd>
          </div>
        ))}
      </dl>
      <p />
    </section>
  );
}
