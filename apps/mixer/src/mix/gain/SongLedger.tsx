import { type GainFault, gainLedger } from "@headroom/analysis";
import { useMemo, useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { useSession } from "../../session/use-session.js";
import { clockText } from "../../transport/time-text.js";
import type { MeasuredSong } from "../analysis/song-analysis.js";
import { MatchedBypass } from "../compare/MatchedBypass.js";
import { LedgerGrid } from "../ledger/LedgerGrid.js";
import { ViewChoice } from "../parts/ViewChoice.js";
import { PeakMoments } from "./PeakMoments.js";
import { SONG_MEASURES, type SongMeasure } from "./song-measures.js";
import { SongLedgerRow } from "./SongLedgerRow.js";

/** The ledger of the whole song: every boundary, by the measure that is chosen, and what is wrong. */
export function SongLedger({ measured: { analysis, session } }: { readonly measured: MeasuredSong }) {
  const [measure, setMeasure] = useState<SongMeasure>("truePeakDbtp");
  const [focused, setFocused] = useState("0/0");
  const { faults } = useMemo(() => gainLedger(session, analysis), [session, analysis]);
  const [chosenRow = 0, chosenCell = 0] = focused.split("/").map(Number);
  const chosenStrip = analysis.strips[chosenRow];
  const chosenBoundary = chosenStrip?.boundaries[chosenCell]?.boundary;
  const middles = Math.max(0, ...analysis.strips.map(({ boundaries }) => boundaries.length - 3));
  return (
    <div className="song-ledger">
      <FaultList faults={faults} />
      <div className="song-ledger-bar">
        <ViewChoice name="Measure" options={Object.entries(SONG_MEASURES).map(([id, { name }]) => [id as SongMeasure, name])} value={measure} onChange={setMeasure} />
        <span className="mix-hint">{SONG_MEASURES[measure].what}</span>
      </div>
      <LedgerGrid label={`Gain ledger of the song: ${SONG_MEASURES[measure].name} in ${SONG_MEASURES[measure].unit}`} corner={SONG_MEASURES[measure].unit} middles={middles}>
        {analysis.strips.map((strip, row) => (
          <SongLedgerRow key={strip.strip} strip={strip} row={row} middles={middles} measure={measure} focused={focused} onFocus={setFocused} />
        ))}
      </LedgerGrid>
      {chosenStrip && chosenBoundary?.at === "insert" && <MatchedBypass key={chosenBoundary.insert} strip={chosenStrip} insertId={chosenBoundary.insert} />}
      <PeakMoments peaks={analysis.masterPeaks} />
    </div>
  );
}

/** What is wrong, in the order of the signal; a click goes to where it is worst. */
function FaultList({ faults }: { readonly faults: readonly GainFault[] }) {
  const { transport } = useRuntime();
  const strips = useSession((session) => session.strips);
  if (faults.length === 0) return <p className="fault-line" data-verdict="clean"><span className="fault-light" aria-hidden="true" />Nothing is wrong with the gain from the first source to the master.</p>;
  return (
    <ol className="fault-list" aria-label="What is wrong, in the order of the signal">
      {faults.map(({ strip, boundary, kind, harm, seconds, sentence }) => (
        <li key={`${strip} ${kind} ${JSON.stringify(boundary)}`} data-harm={harm} style={{ "--strip-color": strips[strip]?.color }}>
          <button type="button" title="Go to where it is worst" onClick={() => transport.seek(Math.max(0, seconds))}>
            {clockText(Math.max(0, seconds))}
          </button>
          <span>{sentence}</span>
          <small>{harm}</small>
        </li>
      ))}
    </ol>
  );
}

