import type { Session } from "@headroom/session";
import type { MeterPoint, MeterReading, SendControl, StripControl } from "../api.js";
import { heard } from "../graph/heard.js";
import { withoutMovedMutes } from "../graph/lanes.js";
import { allStrips } from "../graph/routing.js";
import { stripsBelow, vcaSums } from "../graph/vca-groups.js";
import {
  CONTROLS, ClockWord, METER_POINTS, METER_ROW, METER_VALUES, MeterValue, MOST_SENDS, MOST_STRIPS, SEND_CONTROLS, type EngineMemory,
} from "../shared/engine-memory.js";
import { ControlTable } from "./control-table.js";
import { readMeter } from "./read-meter.js";
import { sendControls, stripControls } from "./strip-controls.js";

/** Rows of the strips and sends in the shared control and meter tables. `@mainThread` */
export class StripTables {
  readonly #strips: ControlTable<StripControl>;
  readonly #sends: ControlTable<SendControl>;
  readonly #meters: Float32Array;
  readonly #clock: Int32Array;
  readonly #held: Int32Array;
  readonly #dropouts: Int32Array;

  constructor(memory: EngineMemory) {
    this.#strips = new ControlTable(memory.controls, CONTROLS);
    this.#sends = new ControlTable(memory.sends, SEND_CONTROLS);
    this.#meters = new Float32Array(memory.meters);
    this.#clock = new Int32Array(memory.clock);
    this.#held = new Int32Array(memory.held);
    this.#dropouts = new Int32Array(memory.dropouts);
  }

  get rows(): ReadonlyMap<string, number> {
    return this.#strips.rows;
  }

  get sendRows(): ReadonlyMap<string, number> {
    return this.#sends.rows;
  }

  /** Rows of strips from the first to the last in use. */
  get rowCount(): number {
    return this.#strips.rowCount;
  }

  get sendRowCount(): number {
    return this.#sends.rowCount;
  }

  /** Gives every strip and send a row and its controls the session's values. Throws a RangeError for too many. */
  update(session: Session): void {
    checkSize(session);
    const around = { session, heard: heard(withoutMovedMutes(session)), vcas: vcaSums(session) };
    for (const strip of allStrips(session)) {
      this.#strips.update(strip.id, stripControls(strip, around));
      for (const send of strip.sends) this.#sends.update(send.id, sendControls(send, strip, around));
    }
  }

  /** Frees the rows of strips and sends that none of these sessions has, once no plan uses them. */
  keep(...sessions: readonly Session[]): void {
    const strips = sessions.flatMap(allStrips);
    for (const row of this.#strips.keep(new Set(strips.map(({ id }) => id)))) {
      this.#meters.fill(0, row * METER_ROW, (row + 1) * METER_ROW);
      Atomics.store(this.#held, row, 0);
      Atomics.store(this.#dropouts, row, 0);
    }
    this.#sends.keep(new Set(strips.flatMap(({ sends }) => sends.map(({ id }) => id))));
  }

  set(stripId: string, control: StripControl, value: number): void {
    this.#strips.set(stripId, control, value);
  }

  setSend(sendId: string, control: SendControl, value: number): void {
    this.#sends.set(sendId, control, value);
  }

  /** Moves what a VCA's fader gives to the strips below it, as if the session had it there. */
  setVcaFader(session: Session, vcaId: string, faderDb: number): void {
    const vca = session.vcas[vcaId];
    if (!vca || !Number.isFinite(faderDb)) return;
    const moved = vcaSums({ ...session, vcas: { ...session.vcas, [vcaId]: { ...vca, faderDb } } });
    for (const strip of stripsBelow(session, vcaId)) this.set(strip, "vcaDb", moved.get(strip)?.faderDb ?? 0);
  }

  /** A hand takes a control or lets it go: its lane is not heard meanwhile. */
  hold(stripId: string, control: StripControl, held: boolean): void {
    const row = this.rows.get(stripId);
    if (row === undefined) return;
    const bit = 1 << CONTROLS.indexOf(control);
    if (held) Atomics.or(this.#held, row, bit);
    else Atomics.and(this.#held, row, ~bit);
  }

  readMeter(stripId: string, point: MeterPoint, into: MeterReading): void {
    const row = this.rows.get(stripId);
    readMeter(row === undefined ? undefined : this.#meters, (row ?? 0) * METER_ROW + METER_POINTS.indexOf(point) * METER_VALUES, into);
  }

  /** Quanta in which dry sound stood in for a strip's inserts while playing. */
  dropouts(stripId: string): number {
    const row = this.rows.get(stripId);
    return row === undefined ? 0 : Atomics.load(this.#dropouts, row);
  }

  /** Starts maximum and clip counts anew: of one strip, or of all. */
  resetMeters(stripId?: string): void {
    if (stripId === undefined) {
      Atomics.store(this.#clock, ClockWord.meterReset, (Atomics.load(this.#clock, ClockWord.meterReset) + 1) & 0xffff);
      return;
    }
    const row = this.rows.get(stripId);
    if (row === undefined) return;
    // A reset that the meter cannot have seen makes it start anew with its next quantum.
    for (let i = 0; i < METER_POINTS.length; i++) this.#meters[row * METER_ROW + i * METER_VALUES + MeterValue.resetSeen] = -1;
  }
}

/** Throws a RangeError where a session is larger than the tables. */
export function checkSize(session: Session): void {
  const strips = allStrips(session);
  if (strips.length > MOST_STRIPS) {
    throw new RangeError(`The session has ${strips.length} strips; ${MOST_STRIPS} is the most that the engine mixes. Remove some.`);
  }
  const sends = strips.reduce((sum, strip) => sum + strip.sends.length, 0);
  if (sends > MOST_SENDS) {
    throw new RangeError(`The session has ${sends} sends; ${MOST_SENDS} is the most that the engine mixes. Remove some.`);
  }
}
