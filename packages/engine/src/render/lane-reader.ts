import { bend } from "@headroom/session/curves";
import { LANE_GRID, type LaneTable } from "../shared/lane-table.js";

/** Places of {@link LaneReader.found}. */
export const LaneFound = { start: 0, end: 1, value: 2 } as const;

/** A lane under a place in the song. `@audioThread` */
export class LaneReader {
  /**
   * By {@link LaneFound}: first frame and frame after the last of the line that the place lies on, ∞ where it goes on for
   * ever, and the value that {@link evaluate} found. In an array, because a number in a field is made anew when it changes.
   */
  readonly found = new Float64Array([-Infinity, Infinity, 0]);
  readonly table: LaneTable;
  /** Index of the node before the place; −1 before the first. */
  #at = -1;

  constructor(table: LaneTable) {
    this.table = table;
  }

  /** Goes to a song frame: of two nodes there, behind the second. */
  find(frame: number): void {
    const { frames, values } = this.table;
    const { found } = this;
    this.#seek(frame);
    const at = this.#at;
    const start = at < 0 ? -Infinity : frames[at]!;
    const end = at + 1 < frames.length ? frames[at + 1]! : Infinity;
    if (at < 0 || end === Infinity || values[at] === values[at + 1]) {
      found[LaneFound.start] = start;
      found[LaneFound.end] = end;
      return;
    }
    const grid = Math.floor(frame / LANE_GRID) * LANE_GRID;
    found[LaneFound.start] = Math.max(start, grid);
    found[LaneFound.end] = Math.min(end, grid + LANE_GRID);
  }

  /** Puts the value at a frame of the line found into {@link found}: at its end, what it arrives at. */
  evaluate(frame: number): void {
    const { frames, values, curves } = this.table;
    const at = this.#at;
    const { found } = this;
    if (at < 0 || at + 1 >= frames.length || values[at] === values[at + 1]) {
      found[LaneFound.value] = values[Math.max(0, at)] ?? 0;
      return;
    }
    const start = frames[at]!;
    const from = values[at]!;
    const way = bend((frame - start) / (frames[at + 1]! - start), curves[at]!);
    // The end is exact: from + (to − from) need not be it.
    found[LaneFound.value] = way === 1 ? values[at + 1]! : from + (values[at + 1]! - from) * way;
  }

  #seek(frame: number): void {
    const { frames } = this.table;
    const at = this.#at;
    if (at < 0 || frames[at]! <= frame) {
      if (at + 1 >= frames.length || frames[at + 1]! > frame) return;
      if (at + 2 >= frames.length || frames[at + 2]! > frame) {
        this.#at = at + 1;
        return;
      }
    }
    let low = 0;
    let high = frames.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (frames[middle]! <= frame) low = middle + 1;
      else high = middle;
    }
    this.#at = low - 1;
  }
}
