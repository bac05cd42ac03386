import type { GainProposal, TrimProposal } from "@headroom/analysis";
import { MASTER_ID } from "@headroom/session";
import { useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { applyChanges } from "../parts/apply-changes.js";
import { levelText, signedText } from "../parts/number-text.js";
import { BeforeAfter, ProposalTable } from "../parts/ProposalTable.js";
import { SilentStrips } from "../parts/SilentStrips.js";
import { GAIN_MEASURES } from "./gain-measures.js";

const LIMITS: Readonly<Record<NonNullable<TrimProposal["limit"]>, string>> = {
  peak: "Held back by its peaks",
  range: "The trim's range ends here",
};

interface GainProposalViewProps {
  readonly proposal: GainProposal;
  readonly onApplied: () => void;
}

/** Trims before and after, to take over in one edit, all or some. */
export function GainProposalView({ proposal, onApplied }: GainProposalViewProps) {
  const { document } = useRuntime();
  const [refused, refuse] = useState<ReadonlySet<string>>(new Set());
  const { trims, silent, master, targets, changes } = proposal;
  const { name, unit } = GAIN_MEASURES[targets.measure];
  const movesMaster = changes[MASTER_ID] !== undefined && !trims.some(({ strip }) => strip === MASTER_ID);
  const rows = [
    ...trims.map(({ strip, trimDb, level, peakDbfs, limit }) => ({
      strip,
      cells: [change(trimDb, signedText), change(level, levelText), change(peakDbfs, levelText)],
      note: limit && LIMITS[limit],
    })),
    ...(movesMaster ? [{ strip: MASTER_ID, cells: [change(master.trimDb, signedText), "", ""] }] : []),
  ];
  const taken = rows.filter(({ strip }) => !refused.has(strip)).length;
  return (
    <div className="mix-proposal">
      <p>
        Master's true peak: <BeforeAfter before={`${levelText(master.truePeakDbtp.before)} dBTP`} after={`${levelText(master.truePeakDbtp.after)} dBTP`} />
        {refused.size > 0 && ", with everything taken over"}
      </p>
      {rows.length === 0 ? (
        <p className="mix-hint">Every source is at its level already: there is nothing to change.</p>
      ) : (
        <ProposalTable label="Proposed trims" heads={["Trim, dB", `${name}, ${unit}`, "Peak, dBFS"]} rows={rows} refused={refused} onRefuse={refuse} />
      )}
      <SilentStrips strips={silent} />
      {rows.length > 0 && (
        <div className="mix-actions">
          <span className="mix-hint">One edit; undo takes it back.</span>
          <button
            type="button"
            className="hr-button primary"
            disabled={taken === 0}
            onClick={() => applyChanges(document, "Stage gains", changes, refused) && onApplied()}
          >
            Apply to {taken} {taken === 1 ? "strip" : "strips"}
          </button>
        </div>
      )}
    </div>
  );
}

function change({ before, after }: { readonly before: number; readonly after: number }, text: (value: number) => string) {
  return <BeforeAfter before={text(before)} after={text(after)} />;
}
