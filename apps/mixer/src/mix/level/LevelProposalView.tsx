import type { LevelProposal } from "@headroom/analysis";
import { useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { applyChanges } from "../parts/apply-changes.js";
import { levelText, signedText } from "../parts/number-text.js";
import { BeforeAfter, ProposalTable } from "../parts/ProposalTable.js";
import { SilentStrips } from "../parts/SilentStrips.js";

/** Faders before and after, to take over in one edit, all or some. */
export function LevelProposalView({ proposal }: { readonly proposal: LevelProposal }) {
  const { document } = useRuntime();
  const [refused, refuse] = useState<ReadonlySet<string>>(new Set());
  const [isApplied, setApplied] = useState(false);
  const { levels, silent, changes } = proposal;
  const moved = levels.filter(({ strip }) => changes[strip] !== undefined);
  const taken = moved.filter(({ strip }) => !refused.has(strip)).length;
  const rows = moved.map(({ strip, role, faderDb, lufs, targetLufs, limit }) => ({
    strip,
    cells: [
      role,
      <BeforeAfter key="fader" before={signedText(faderDb.before)} after={signedText(faderDb.after)} />,
      <BeforeAfter key="lufs" before={levelText(lufs.before)} after={levelText(lufs.after)} />,
      levelText(targetLufs),
    ],
    note: limit && "The fader's range ends here",
  }));
  if (isApplied) return <p role="status" className="mix-hint">The faders are set, in one edit that undo takes back. Analyse the song again to measure what came of it.</p>;
  if (rows.length === 0) return <p className="mix-hint">Every channel is at its level already: there is nothing to change.</p>;
  return (
    <div className="mix-proposal">
      <ProposalTable label="Proposed levels" heads={["Role", "Fader, dB", "Loudness, LUFS", "Target, LUFS"]} rows={rows} refused={refused} onRefuse={refuse} />
      <SilentStrips strips={silent} />
      <div className="mix-actions">
        <span className="mix-hint">One edit; undo takes it back.</span>
        <button type="button" className="hr-button primary" disabled={taken === 0} onClick={() => setApplied(applyChanges(document, "Suggest levels", changes, refused))}>
          Apply to {taken} {taken === 1 ? "channel" : "channels"}
        </button>
      </div>
    </div>
  );
}
