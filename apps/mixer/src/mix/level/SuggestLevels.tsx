import { channelLevels, type LevelProposal, proposeLevels } from "@headroom/analysis";
import { MASTER_ID } from "@headroom/session";
import { useMemo, useState } from "react";
import { useSession } from "../../session/use-session.js";
import type { MeasuredSong } from "../analysis/song-analysis.js";
import { NumberEntry } from "../parts/NumberEntry.js";
import { ViewChoice } from "../parts/ViewChoice.js";
import { type ApproachKind, approachOf, LEVEL_APPROACHES } from "./level-approaches.js";
import { LevelProposalView } from "./LevelProposalView.js";

const KINDS = Object.entries(LEVEL_APPROACHES).map(([id, { name }]) => [id as ApproachKind, name] as const);

/** A first balance by one of several approaches, each explained. */
export function SuggestLevels({ measured: { analysis, session } }: { readonly measured: MeasuredSong }) {
  const strips = useSession((now) => now.strips);
  const sounding = useMemo(() => channelLevels(session, analysis).filter(({ lufs }) => lufs > -120), [session, analysis]);
  const master = analysis.strips.find(({ strip }) => strip === MASTER_ID)?.boundaries.at(-1)?.integratedLufs ?? -23;
  const [kind, setKind] = useState<ApproachKind>("anchor");
  const [anchor, setAnchor] = useState(() => (sounding.find(({ role }) => role === "kick") ?? sounding[0])?.strip ?? "");
  const [masterLufs, setMasterLufs] = useState(Math.round(10 * Math.max(-60, master)) / 10);
  const proposal = useMemo<LevelProposal | undefined>(
    () => (sounding.length === 0 ? undefined : proposeLevels(session, analysis, approachOf(kind, anchor, masterLufs))),
    [session, analysis, kind, anchor, masterLufs, sounding],
  );
  if (!proposal) return <p className="mix-hint mix-empty">Nothing sounds on any channel, so there is nothing to balance.</p>;
  return (
    <section className="mix-section" aria-label="Suggest levels">
      <div className="mix-form">
        <ViewChoice name="Approach" options={KINDS} value={kind} onChange={setKind} />
        {kind === "anchor" && (
          <label>
            Anchor{" "}
            <select className="hr-select" value={anchor} onChange={({ target: { value } }) => setAnchor(value)}>
              {sounding.map(({ strip }) => (
                <option key={strip} value={strip}>
                  {strips[strip]?.name}
                </option>
              ))}
            </select>
          </label>
        )}
        {kind === "top-down" && <NumberEntry label="Master" unit="LUFS" value={masterLufs} min={-60} max={0} onChange={setMasterLufs} />}
        <p className="mix-hint">{LEVEL_APPROACHES[kind].why}</p>
      </div>
      <LevelProposalView key={`${kind} ${anchor} ${masterLufs}`} proposal={proposal} />
    </section>
  );
}
