import type { Strip } from "@headroom/session";
import { boundariesOf } from "./boundaries.js";
import { LedgerGrid } from "./LedgerGrid.js";
import { LedgerRow } from "./LedgerRow.js";

interface LedgerTableProps {
  /** Rows, from the sources to the master. */
  readonly strips: readonly Strip[];
  /** Key of the boundary whose levels are shown in full. */
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
}

/** Strips by boundaries: highest peak, RMS and a meter in each cell. The arrow keys go from cell to cell. */
export function LedgerTable({ strips, selected, onSelect }: LedgerTableProps) {
  const middles = Math.max(0, ...strips.map((strip) => boundariesOf(strip).length - 3));
  const first = strips[0] && boundariesOf(strips[0])[0]?.key;
  return (
    <LedgerGrid
      label="Gain ledger: highest peak and RMS in dBFS"
      corner="Peak, RMS"
      explanation="In each cell: the highest peak since the last reset, in bold, and the RMS of the last 300 ms, both in dBFS"
      middles={middles}
    >
      {strips.map((strip) => (
        <LedgerRow key={strip.id} strip={strip} middles={middles} selected={selected} tabStop={selected ?? first} onSelect={onSelect} />
      ))}
    </LedgerGrid>
  );
}
