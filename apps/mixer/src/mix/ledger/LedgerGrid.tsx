import { type ReactNode, useRef } from "react";
import { moveInGrid } from "./move-in-grid.js";

interface LedgerGridProps {
  readonly label: string;
  /** What the numbers are, over the strips' names, and in full. */
  readonly corner: string;
  readonly explanation?: string;
  /** Columns between trim and output. */
  readonly middles: number;
  readonly children: ReactNode;
}

/** The table of a gain ledger: strips by boundaries. The arrow keys go from cell to cell. */
export function LedgerGrid({ label, corner, explanation, middles, children }: LedgerGridProps) {
  const grid = useRef<HTMLTableElement>(null);
  const heads = ["Source", "Trim", ...Array.from({ length: middles }, (_, index) => (middles === 1 ? "Insert" : `Insert ${index + 1}`)), "Output"];
  return (
    <div className="ledger-scroll">
      <table ref={grid} role="grid" className="ledger" aria-label={label} onKeyDown={(event) => grid.current && moveInGrid(event, grid.current)}>
        <thead>
          <tr>
            <th scope="col" title={explanation}>
              {corner}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
