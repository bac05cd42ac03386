import type { Strip } from "@headroom/session";
import { useMemo, useRef } from "react";
import { useRuntime } from "../../app/runtime.js";
import { type Boundary, boundariesOf } from "./boundaries.js";
import { boundaryName, levelText } from "./ledger-text.js";
import { type BoundaryLevels, LevelProbe } from "./level-probe.js";
import { setText, useLive } from "./use-live.js";

/** The bar of a cell, from its left end to its right, in dBFS. */
const BAR_DB = [-60, 6] as const;

interface LedgerRowProps {
  readonly strip: Strip;
  /** Columns between trim and output. */
  readonly middles: number;
  readonly selected: string | undefined;
  /** Key of the cell that Tab reaches. */
  readonly tabStop: string | undefined;
  readonly onSelect: (key: string) => void;
}

/** One strip's levels. React draws the cells once; their numbers are written into them. */
export function LedgerRow({ strip, middles, selected, tabStop, onSelect }: LedgerRowProps) {
  const { engine, plugins } = useRuntime();
  const row = useRef<HTMLTableRowElement>(null);
  const boundaries = boundariesOf(strip);
  const probes = useMemo(() => boundariesOf(strip).map((boundary) => new LevelProbe(boundary)), [strip]);
  useLive(row, (element) => {
    for (const probe of probes) {
      const cell = element.querySelector<HTMLElement>(`[data-boundary="${CSS.escape(probe.boundary.key)}"]`);
      if (cell) show(cell, probe.read(engine.value));
    }
  });
  const cell = (boundary: Boundary) => (
    <td
      key={boundary.key}
      data-boundary={boundary.key}
      tabIndex={boundary.key === tabStop ? 0 : -1}
      aria-selected={boundary.key === selected}
      title={`${strip.name} ${boundaryName(boundary, (id) => plugins.name(id))}`}
      onFocus={() => onSelect(boundary.key)}
    >
      {(boundary.kind === "insert" || boundary.kind === "fader") && (
        <span className="ledger-what">{boundary.kind === "fader" ? "Fader" : plugins.name(boundary.insert?.plugin ?? "")}</span>
      )}
      <span className="ledger-max" />
      <span className="ledger-rms" />
      <span className="ledger-bar" aria-hidden="true">
        <i />
        <b />
      </span>
    </td>
  );
  const middle = boundaries.slice(2, -1);
  return (
    <tr ref={row} data-kind={strip.kind} style={{ "--strip-color": strip.color }}>
      <th scope="row">{strip.name}</th>
      {boundaries.slice(0, 2).map(cell)}
      {middle.map(cell)}
      {Array.from({ length: middles - middle.length }, (_, index) => (
        <td key={index} className="ledger-none" aria-label="No insert" />
      ))}
      {boundaries.slice(-1).map(cell)}
    </tr>
  );
}

function show(cell: HTMLElement, { peakDb, rmsDb, maxDb }: BoundaryLevels): void {
  setText(cell.querySelector(".ledger-max"), levelText(maxDb));
  setText(cell.querySelector(".ledger-rms"), levelText(rmsDb));
  cell.style.setProperty("--rms", travel(rmsDb).toFixed(3));
  cell.style.setProperty("--peak", travel(peakDb).toFixed(3));
  cell.toggleAttribute("data-over", maxDb > 0);
  cell.toggleAttribute("data-silent", !(maxDb > -90));
}

function travel(db: number): number {
  const [low, high] = BAR_DB;
  return Math.min(1, Math.max(0, (db - low) / (high - low)));
}
