import type { CollisionMatrix } from "@headroom/analysis";
import { Canvas } from "@headroom/ui";
import { type KeyboardEvent, type PointerEvent, useId, useState } from "react";
import { useSession } from "../../session/use-session.js";
import { shareText } from "../parts/number-text.js";
import { cellAt, drawMatrix, MATRIX_MARGIN } from "./draw-matrix.js";
import { isIntended, samePair } from "./intended.js";

interface CollisionMatrixViewProps {
  readonly matrix: CollisionMatrix;
  readonly chosen: readonly [string, string] | undefined;
  readonly onChoose: (pair: readonly [string, string]) => void;
}

/** A row is what is hidden, a column what hides it. */
interface Cell {
  readonly row: number;
  readonly column: number;
}

const MOVES: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** How much of each channel is hidden by each other one. The arrow keys go from cell to cell, Enter opens a pair. */
export function CollisionMatrixView({ matrix, chosen, onChoose }: CollisionMatrixViewProps) {
  const strips = useSession((session) => session.strips);
  const intended = useSession((session) => session.intendedOverlaps);
  const [cell, setCell] = useState<Cell>({ row: 0, column: 1 });
  const [isFocused, setFocused] = useState(false);
  const told = useId();
  const { strips: ids, share } = matrix;
  const count = ids.length;
  const names = ids.map((id) => strips[id]?.name ?? id);
  const at = { row: Math.min(cell.row, count - 1), column: Math.min(cell.column, count - 1) };
  const open = ({ row, column }: Cell) => {
    const [victim, masker] = [ids[row], ids[column]];
    if (victim !== undefined && masker !== undefined && victim !== masker) onChoose([victim, masker]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move) setCell({ row: clamp(at.row + move.row, count), column: clamp(at.column + move.column, count) });
    else if (event.key === "Enter" || event.key === " ") open(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const found = cellAt(event.clientX - box.left, event.clientY - box.top, box.width, box.height, count);
    if (found) setCell(found);
    if (found && event.type === "pointerdown") open(found);
  };
  const isChosen = (row: number, column: number) => chosen !== undefined && samePair([ids[row] ?? "", ids[column] ?? ""], chosen);
  return (
    <div
      className="collision-matrix"
      role="group"
      aria-label={`Collision matrix of ${count} channels`}
      aria-describedby={told}
      tabIndex={0}
      style={{ "--matrix-top": `${MATRIX_MARGIN.top}px` }}
      onKeyDown={onKeyDown}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <Canvas
        draw={(drawing) =>
          drawMatrix(drawing, {
            names,
            colors: ids.map((id) => strips[id]?.color ?? "#888888"),
            share,
            cell: at,
            isFocused,
            isChosen,
            isIntended: (row, column) => isIntended(intended, [ids[row] ?? "", ids[column] ?? ""]),
          })
        }
      />
      <p id={told} aria-live={isFocused ? "polite" : "off"}>
        {cellText(names[at.row] ?? "", names[at.column] ?? "", share[at.row]?.[at.column] ?? 0)}
      </p>
    </div>
  );
}

function cellText(victim: string, masker: string, share: number): string {
  return victim === masker ? victim : `${masker} hides ${shareText(share)} of ${victim}`;
}

function clamp(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}
