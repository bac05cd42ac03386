import type { Session, Strip } from "@headroom/session";
import type { MeterPoint, MeterReading, StripControl } from "../api.js";
import { allStrips, audibleStrips } from "../graph/routing.js";
import {
  CONTROL_COUNT, CONTROLS, ClockWord, METER_POINTS, METER_ROW, METER_VALUES, MeterValue, MOST_STRIPS, type EngineMemory,
} from "../shared/engine-memory.js";

/** Rows of the strips in the shared control and meter tables. `@mainThread` */
export class StripTables {
  readonly #controls: Float32Array;
  readonly #meters: Float32Array;
  readonly #clock: Int32Array;
  readonly #rows = new Map<string, number>();
  /** What the session last said of each strip. */
  readonly #seen = new Map<string, Readonly<Record<StripControl, number>>>();
  readonly #free = Array.from({ length: MOST_STRIPS }, (_, i) => MOST_STRIPS - 1 - i);

  constructor(memory: EngineMemory) {
    this.#controls = new Float32Array(memory.controls);
    this.#meters = new Float32Array(memory.meters);
    this.#clock = new Int32Array(memory.clock);
  }

  get rows(): ReadonlyMap<string, number> {
    return this.#rows;
  }

  /** Rows from the first to the last in use. */
  get rowCount(): number {
    return Math.max(0, ...this.#rows.values()) + 1;
  }

  /** Gives every strip a row and its controls the session's values. Throws a RangeError for too many strips. */
  update(session: Session): void {
    const strips = allStrips(session);
    if (strips.length > MOST_STRIPS) {
      throw new RangeError(`The session has ${strips.length} strips; ${MOST_STRIPS} is the most that the engine mixes. Remove some.`);
    }
    const audible = audibleStrips(session);
    for (const strip of strips) {
      if (!this.#rows.has(strip.id)) this.#rows.set(strip.id, this.#free.pop() ?? 0);
      const before = this.#seen.get(strip.id);
      for (const control of CONTROLS) {
        const value = valueOf(strip, control, audible);
        // From session to session, not from what is live: another edit must not take back what a hand holds.
        if (!before || !Object.is(before[control], value)) this.set(strip.id, control, value);
      }
      this.#seen.set(strip.id, Object.fromEntries(CONTROLS.map((control) => [control, valueOf(strip, control, audible)])) as Record<StripControl, number>);
    }
  }

  /** Frees the rows of strips that are gone, once no plan uses them. */
  keep(stripIds: ReadonlySet<string>): void {
    for (const [id, row] of this.#rows) {
      if (stripIds.has(id)) continue;
      this.#rows.delete(id);
      this.#seen.delete(id);
      this.#free.push(row);
      this.#meters.fill(0, row * METER_ROW, (row + 1) * METER_ROW);
    }
  }

  set(stripId: string, control: StripControl, value: number): void {
    const row = this.#rows.get(stripId);
    if (row !== undefined && Number.isFinite(value)) this.#controls[row * CONTROL_COUNT + CONTROLS.indexOf(control)] = value;
  }

  readMeter(stripId: string, point: MeterPoint, into: MeterReading): void {
    const row = this.#rows.get(stripId);
    const at = (row ?? 0) * METER_ROW + METER_POINTS.indexOf(point) * METER_VALUES;
    const read = (offset: number) => (row === undefined ? 0 : (this.#meters[at + offset] ?? 0));
    for (let c = 0; c < 2; c++) {
      into.peak[c] = read(MeterValue.peak + c);
      into.rms[c] = read(MeterValue.rms + c);
      into.max[c] = read(MeterValue.max + c);
    }
    into.clips = read(MeterValue.clips);
  }

  /** Starts maximum and clip counts anew: of one strip, or of all. */
  resetMeters(stripId?: string): void {
    if (stripId === undefined) {
      Atomics.store(this.#clock, ClockWord.meterReset, (Atomics.load(this.#clock, ClockWord.meterReset) + 1) & 0xffff);
      return;
    }
    const row = this.#rows.get(stripId);
    if (row === undefined) return;
    // A reset that the meter cannot have seen makes it start anew with its next quantum.
    for (let i = 0; i < METER_POINTS.length; i++) this.#meters[row * METER_ROW + i * METER_VALUES + MeterValue.resetSeen] = -1;
  }
}

function valueOf(strip: Strip, control: StripControl, audible: ReadonlySet<string>): number {
  switch (control) {
    case "invertLeft":
      return strip.invert[0] ? 1 : 0;
    case "invertRight":
      return strip.invert[1] ? 1 : 0;
    case "swap":
      return strip.swap ? 1 : 0;
    case "audible":
      return audible.has(strip.id) ? 1 : 0;
    default:
      return strip[control];
  }
}
