import type { Strip } from "@headroom/session";
import { useRef } from "react";
import { boundariesOf } from "./boundaries.js";
import { LedgerRow } from "./LedgerRow.js";
import { moveInGrid } from "./move-in-grid.js";

interface LedgerTableProps {
  /** Rows, from the sources to the master. */
  readonly strips: readonly Strip[];
  /** Key of the boundary whose levels are shown in full. */
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
}

/** Strips by boundaries: highest peak, RMS and a meter in each cell. The arrow keys go from cell to cell. */
export function LedgerTable({ strips, selected, onSelect }: LedgerTableProps) {
  const grid = useRef<HTMLTableElement>(null);
  const middles = Math.max(0, ...strips.map((strip) => boundariesOf(strip).length - 3));
  const heads = ["Source", "Trim", ...Array.from({ length: middles }, (_, index) => (middles === 1 ? "Insert" : `Insert ${index + 1}`)), "Output"];
  const first = strips[0] && boundariesOf(strips[0])[0]?.key;
  return (
    <div className="ledger-scroll">
      <table ref={grid} role="grid" className="ledger" aria-label="Gain ledger: highest peak and RMS in dBFS" onKeyDown={(event) => grid.current && moveInGrid(event, grid.current)}>
        <thead>
          <tr>
            <th scope="col" title="In each cell: the highest peak since the last reset, in bold, and the RMS of the last 300 ms, both in dBFS">
              Peak, RMS
            </th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {strips.map((strip) => (
            <LedgerRow key={strip.id} strip={strip} middles={middles} selected={selected} tabStop={selected ?? first} onSelect={onSelect} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
