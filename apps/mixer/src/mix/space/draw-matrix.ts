import type { Drawing, Palette } from "@headroom/ui";

/** Room for the names, in CSS pixels; below is that of the sentence about a cell. */
export const MATRIX_MARGIN = { left: 78, top: 62, bottom: 20 };
/** Cells below this size have no number. */
const NUMBER_SIZE = 25;
/** Shares from here on have the last of the colours: what is hidden to this part is as good as gone. */
const MOST_SHARE = 0.6;
const HEATS = ["surface-3", "heat-1", "heat-2", "heat-3", "heat-4", "heat-5"] as const;

export interface MatrixDrawing {
  readonly names: readonly string[];
  readonly colors: readonly string[];
  /** `share[row][column]`: how much of the row's channel the column's hides. */
  readonly share: readonly (readonly number[])[];
  readonly cell: { readonly row: number; readonly column: number };
  readonly isFocused: boolean;
  readonly isChosen: (row: number, column: number) => boolean;
  readonly isIntended: (row: number, column: number) => boolean;
}

function sizeOf(width: number, height: number, count: number): number {
  return Math.max(0, Math.min((width - MATRIX_MARGIN.left) / count, (height - MATRIX_MARGIN.top - MATRIX_MARGIN.bottom) / count, 46));
}

/** The cell under a point, if there is one. */
export function cellAt(x: number, y: number, width: number, height: number, count: number): { row: number; column: number } | undefined {
  const size = sizeOf(width, height, count);
  const row = Math.floor((y - MATRIX_MARGIN.top) / size);
  const column = Math.floor((x - MATRIX_MARGIN.left) / size);
  return row >= 0 && column >= 0 && row < count && column < count ? { row, column } : undefined;
}

/** Draws the matrix: rows are hidden by columns, the hotter the more. */
export function drawMatrix({ context, width, height, palette }: Drawing, matrix: MatrixDrawing): void {
  const { names, share } = matrix;
  const size = sizeOf(width, height, names.length);
  drawNames(context, palette, size, matrix);
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (let row = 0; row < names.length; row++) {
    for (let column = 0; column < names.length; column++) {
      const [x, y] = [MATRIX_MARGIN.left + column * size, MATRIX_MARGIN.top + row * size];
      const value = share[row]?.[column] ?? 0;
      const heat = row === column ? 0 : Math.ceil(Math.min(1, Math.sqrt(Math.max(0, value - 0.004) / MOST_SHARE)) * (HEATS.length - 1));
      context.globalAlpha = row === column ? 0.35 : matrix.isIntended(row, column) ? 0.4 : 1;
      context.fillStyle = palette[HEATS[heat] ?? "surface-3"];
      context.fillRect(x + 0.5, y + 0.5, size - 1, size - 1);
      context.globalAlpha = 1;
      if (row !== column && size >= NUMBER_SIZE && value >= 0.005) {
        context.font = `500 10px ${palette.font}`;
        context.fillStyle = heat >= 4 && !matrix.isIntended(row, column) ? palette.well : palette.text;
        context.fillText(String(Math.round(100 * value)), x + size / 2, y + size / 2 + 0.5);
      }
      if (matrix.isChosen(row, column)) outline(context, x, y, size, palette.accent, 2);
    }
  }
  if (matrix.isFocused) outline(context, MATRIX_MARGIN.left + matrix.cell.column * size, MATRIX_MARGIN.top + matrix.cell.row * size, size, palette.focus, 2);
}

function drawNames(context: CanvasRenderingContext2D, palette: Palette, size: number, { names, colors, cell }: MatrixDrawing): void {
  context.font = `500 11px ${palette.font}`;
  context.textBaseline = "middle";
  const { left, top } = MATRIX_MARGIN;
  for (const [index, name] of names.entries()) {
    const middle = (index + 0.5) * size;
    context.textAlign = "right";
    context.fillStyle = index === cell.row ? palette.text : palette["text-2"];
    context.fillText(name, left - 10, top + middle, left - 14);
    context.save();
    context.translate(left + middle, top - 10);
    context.rotate(-Math.PI / 2);
    context.textAlign = "left";
    context.fillStyle = index === cell.column ? palette.text : palette["text-2"];
    context.fillText(name, 0, 0, top - 14);
    context.restore();
    context.fillStyle = colors[index] ?? palette.line;
    context.fillRect(left - 6, top + index * size + 1, 3, size - 2);
    context.fillRect(left + index * size + 1, top - 6, size - 2, 3);
  }
}

function outline(context: CanvasRenderingContext2D, x: number, y: number, size: number, color: string, width: number): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.strokeRect(x + 1.5, y + 1.5, size - 3, size - 3);
}
