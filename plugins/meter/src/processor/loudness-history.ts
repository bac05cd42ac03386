import { FLOOR_DB } from "@headroom/dsp";
import {
  HISTORY_HEADER, HistoryValue, POINT_LENGTH, PROGRAMME_HISTORY, PROGRAMME_TICKS, RECENT_HISTORY, TICK_SECONDS,
} from "../history.js";

/** The last points, one a tick; the oldest makes room. `@audioThread` after construction. */
export class RecentHistory {
  private readonly ring = new Float32Array(RECENT_HISTORY.points * POINT_LENGTH);
  private count = 0;
  private next = 0;

  add(momentary: number, shortTerm: number, integrated: number): void {
    const { ring } = this;
    const at = this.next * POINT_LENGTH;
    ring[at + HistoryValue.momentary] = momentary;
    ring[at + HistoryValue.shortTerm] = shortTerm;
    ring[at + HistoryValue.integrated] = integrated;
    this.next = (this.next + 1) % RECENT_HISTORY.points;
    if (this.count < RECENT_HISTORY.points) this.count++;
  }

  /** Lays all points out in a readout. */
  writeTo(data: Float32Array): void {
    const { ring, count } = this;
    data[0] = count;
    data[1] = TICK_SECONDS;
    let from = ((this.next - count + RECENT_HISTORY.points) % RECENT_HISTORY.points) * POINT_LENGTH;
    const end = HISTORY_HEADER + count * POINT_LENGTH;
    for (let to = HISTORY_HEADER; to < end; to++) {
      data[to] = ring[from]!;
      from = from + 1 === ring.length ? 0 : from + 1;
    }
  }

  clear(): void {
    this.count = this.next = 0;
  }
}

/**
 * All points since the reset in constant memory: when it is full, two neighbours become one. A history is the same as
 * if its points had been that long from the start. `@audioThread` after construction.
 */
export class ProgrammeHistory {
  private readonly points = new Float32Array(PROGRAMME_HISTORY.points * POINT_LENGTH);
  private count = 0;
  private ticksPerPoint = PROGRAMME_TICKS;
  private ticks = 0;
  private momentary = FLOOR_DB;

  /** @returns whether a point was completed. */
  add(momentary: number, shortTerm: number, integrated: number): boolean {
    if (momentary > this.momentary) this.momentary = momentary;
    this.ticks++;
    if (this.ticks < this.ticksPerPoint) return false;
    const { points } = this;
    const at = this.count * POINT_LENGTH;
    points[at + HistoryValue.momentary] = this.momentary;
    points[at + HistoryValue.shortTerm] = shortTerm;
    points[at + HistoryValue.integrated] = integrated;
    this.count++;
    this.ticks = 0;
    this.momentary = FLOOR_DB;
    if (this.count === PROGRAMME_HISTORY.points) this.halve();
    return true;
  }

  /** Lays all points out in a readout. */
  writeTo(data: Float32Array): void {
    const { points } = this;
    data[0] = this.count;
    data[1] = this.ticksPerPoint * TICK_SECONDS;
    const length = this.count * POINT_LENGTH;
    for (let i = 0; i < length; i++) data[HISTORY_HEADER + i] = points[i]!;
  }

  clear(): void {
    this.count = this.ticks = 0;
    this.ticksPerPoint = PROGRAMME_TICKS;
    this.momentary = FLOOR_DB;
  }

  private halve(): void {
    const { points } = this;
    this.count /= 2;
    this.ticksPerPoint *= 2;
    for (let n = 0; n < this.count; n++) {
      const to = n * POINT_LENGTH;
      const first = 2 * to;
      const second = first + POINT_LENGTH;
      const most = HistoryValue.momentary;
      points[to + most] = Math.max(points[first + most]!, points[second + most]!);
      for (let value = most + 1; value < POINT_LENGTH; value++) points[to + value] = points[second + value]!;
    }
  }
}
