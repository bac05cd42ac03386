import type { MeterReading, MixerEngine } from "@headroom/engine";
import { toDb } from "../../engine/meter-reader.js";
import type { Boundary } from "./boundaries.js";

/** Levels at one boundary, in dBFS, of both sides the higher. The same object at every reading. */
export interface BoundaryLevels {
  /** Decaying peak. */
  peakDb: number;
  /** Over 300 ms. */
  rmsDb: number;
  /** Highest peak since the last reset. */
  maxDb: number;
  /** Samples over full scale since the last reset. */
  clips: number;
}

/** Reads the levels at a boundary without allocating. `@mainThread` */
export class LevelProbe {
  readonly levels: BoundaryLevels = { peakDb: -Infinity, rmsDb: -Infinity, maxDb: -Infinity, clips: 0 };
  readonly #reading: MeterReading = { peak: new Float32Array(2), rms: new Float32Array(2), max: new Float32Array(2), clips: 0 };

  constructor(readonly boundary: Boundary) {}

  read(engine: MixerEngine | undefined): BoundaryLevels {
    const { levels, boundary } = this;
    if (!engine) return levels;
    const reading = this.#reading;
    const { kind, stripId, insert } = boundary;
    if (kind === "source" || kind === "input" || kind === "output") engine.readMeter(stripId, kind, reading);
    else engine.readInsertMeter(insert?.id ?? "", kind === "insert" ? "output" : "input", reading);
    levels.peakDb = higherDb(reading.peak);
    levels.rmsDb = higherDb(reading.rms);
    levels.maxDb = higherDb(reading.max);
    levels.clips = reading.clips;
    return levels;
  }
}

function higherDb(sides: Float32Array): number {
  return toDb(Math.max(sides[0] ?? 0, sides[1] ?? 0));
}
