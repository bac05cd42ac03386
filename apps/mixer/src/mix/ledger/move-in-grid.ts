import type { KeyboardEvent } from "react";

const STEPS: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** Moves the focus from cell to cell of a table whose cells can take it; empty cells are passed over. */
export function moveInGrid(event: KeyboardEvent, grid: HTMLTableElement): void {
  const step = STEPS[event.key];
  const cell = event.target instanceof Element ? event.target.closest("td") : null;
  if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  const [rows, cells] = step;
  const body = [...(grid.tBodies[0]?.rows ?? [])];
  const row = body[clamp(body.indexOf(cell.parentElement as HTMLTableRowElement) + rows, body.length)];
  if (!row) return;
  const stops = [...row.cells].filter((one) => one.matches("td[tabindex]"));
  if (rows === 0) stops[clamp(stops.indexOf(cell) + cells, stops.length)]?.focus();
  else (stops.find((one) => one.cellIndex >= cell.cellIndex) ?? stops.at(-1))?.focus();
}

function clamp(index: number, length: number): number {
  return Math.min(length - 1, Math.max(0, index));
}
