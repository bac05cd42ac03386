import { CONTROL_COUNT, CONTROLS, METER_POINTS, METER_ROW, METER_VALUES, type Control } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { LevelMeter } from "./level-meter.js";
import { TapPoint, type RenderTap } from "./render-tap.js";
import { SoundCheck } from "./sound-check.js";

/** The memory that a renderer works on, as views. */
export interface RendererTables {
  readonly controls: Float32Array;
  readonly meters: Float32Array;
  readonly sends: Float32Array;
  readonly clock: Int32Array;
  /** For each row, the bits of the controls that a hand holds. */
  readonly held: Int32Array;
  /** For each row, its dropouts. */
  readonly dropouts: Int32Array;
  /** Where the song is, as the playhead tells. */
  readonly timeline: ArrayBufferLike;
}

/** What lasts of a strip from plan to plan: its buffer, its controls' places, its meters. `@audioThread` */
export class StripState {
  readonly left = new Float32Array(QUANTUM);
  readonly right = new Float32Array(QUANTUM);
  /** By boundary; offline only those at which what is no audio is silenced, unless a tap hears all. */
  readonly meters: readonly (LevelMeter | SoundCheck | undefined)[];
  readonly row: number;
  /** What the window wants the controls to be, in the order of `CONTROLS`. What is no number counts as 0. */
  readonly controls: Float32Array;
  readonly timeline: ArrayBufferLike;
  readonly #held: Int32Array;
  readonly #dropouts: Int32Array;

  /** @param tap - hears the strip, offline. */
  constructor(id: string, row: number, tables: RendererTables, sampleRate: number, offline: boolean, tap: RenderTap | undefined) {
    this.row = row;
    this.controls = tables.controls.subarray(row * CONTROL_COUNT, (row + 1) * CONTROL_COUNT);
    this.timeline = tables.timeline;
    this.#held = tables.held;
    this.#dropouts = tables.dropouts;
    this.meters = METER_POINTS.map((point, i) => {
      if (tap) return new TapPoint(tap, id, point);
      if (offline) return point === "source" || point === "output" ? new SoundCheck() : undefined;
      return new LevelMeter(tables.meters, row * METER_ROW + i * METER_VALUES, sampleRate);
    });
  }

  /** Dry sound stood in for its inserts. */
  countDropout(): void {
    Atomics.add(this.#dropouts, this.row, 1);
  }

  /** Bits of the controls that a hand holds. */
  get held(): number {
    return Atomics.load(this.#held, this.row);
  }
}

/** Index of a control in a strip's row. */
export function controlIndex(control: Control): number {
  return CONTROLS.indexOf(control);
}
