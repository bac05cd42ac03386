import type { BoundaryLevels, StripAnalysis } from "@headroom/analysis";
import { useRuntime } from "../../app/runtime.js";
import { findInsert } from "../../session/find-insert.js";
import { useSession } from "../../session/use-session.js";
import { levelText, signedText } from "../parts/number-text.js";
import { SONG_MEASURES, type SongMeasure } from "./song-measures.js";

interface SongLedgerRowProps {
  readonly strip: StripAnalysis;
  readonly row: number;
  /** Columns between trim and output. */
  readonly middles: number;
  readonly measure: SongMeasure;
  /** The cell that Tab reaches: "row/boundary". */
  readonly focused: string;
  readonly onFocus: (cell: string) => void;
}

/** One strip of the measured song. A click on a cell goes to its highest peak. */
export function SongLedgerRow({ strip, row, middles, measure, focused, onFocus }: SongLedgerRowProps) {
  const { plugins, transport } = useRuntime();
  const session = useSession((now) => now);
  const { name = strip.strip, color, kind } = session.strips[strip.strip] ?? {};
  const whatOf = ({ boundary }: BoundaryLevels) => (boundary.at === "insert" ? plugins.name(findInsert(session, boundary.insert)?.insert.plugin ?? "") : "");
  const cell = (levels: BoundaryLevels) => {
    const place = `${row}/${strip.boundaries.indexOf(levels)}`;
    const what = whatOf(levels);
    return (
      <td
        key={place}
        tabIndex={place === focused ? 0 : -1}
        aria-selected={place === focused}
        data-over={SONG_MEASURES[measure].isOver(levels) || undefined}
        data-silent={levels.peakDbfs < -120 || undefined}
        title={textOf(levels)}
        onFocus={() => onFocus(place)}
        onClick={() => transport.seek(Math.max(0, levels.peakSeconds - 0.5))}
      >
        {what !== "" && <span className="ledger-what">{what}</span>}
        <span className="ledger-max">{valueOf(levels, measure)}</span>
      </td>
    );
  };
  const middle = strip.boundaries.slice(2, -1);
  return (
    <tr data-kind={kind} style={{ "--strip-color": color }}>
      <th scope="row">{name}</th>
      {strip.boundaries.slice(0, 2).map(cell)}
      {middle.map(cell)}
      {Array.from({ length: middles - middle.length }, (_, index) => (
        <td key={index} className="ledger-none" aria-label="No insert" />
      ))}
      {strip.boundaries.slice(-1).map(cell)}
    </tr>
  );
}

function valueOf(levels: BoundaryLevels, measure: SongMeasure): string {
  if (measure === "headroomDb") return levels.peakDbfs < -120 ? "–" : signedText(levels.headroomDb).replace("+", "");
  return levelText(levels[measure]);
}

/** All of a boundary, for who points at it. */
function textOf({ peakDbfs, truePeakDbtp, rmsDbfs, mostVu, mostShortTermLufs, integratedLufs, overs }: BoundaryLevels): string {
  if (peakDbfs < -120) return "Nothing sounds here";
  return `Peak ${levelText(peakDbfs)} dBFS, true peak ${levelText(truePeakDbtp)} dBTP, RMS ${levelText(rmsDbfs)} dBFS, VU ${levelText(mostVu)}, short-term ${levelText(mostShortTermLufs)} LUFS, integrated ${levelText(integratedLufs)} LUFS, ${overs} over. A click goes to the peak.`;
}
