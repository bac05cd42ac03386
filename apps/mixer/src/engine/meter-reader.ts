import type { MeterPoint, MeterReading, MixerEngine } from "@headroom/engine";
import type { MeterLevels } from "@headroom/ui";

/** What a strip's meter shows, in dBFS. The same object and arrays at every reading. */
export interface StripLevels extends MeterLevels {
  readonly peak: Float32Array;
  readonly rms: Float32Array;
  /** Highest peak since the last reset, of both sides. */
  maxDb: number;
  clipped: boolean;
}

/** Reads one strip's meter without allocating, for drawing in each frame. */
export class MeterReader {
  readonly levels: StripLevels = { peak: silence(), rms: silence(), maxDb: -Infinity, clipped: false };
  readonly #reading: MeterReading = { peak: new Float32Array(2), rms: new Float32Array(2), max: new Float32Array(2), clips: 0 };

  read(engine: MixerEngine | undefined, stripId: string, point: MeterPoint): StripLevels {
    const { levels } = this;
    if (!engine) return levels;
    const reading = this.#reading;
    engine.readMeter(stripId, point, reading);
    for (let side = 0; side < 2; side++) {
      levels.peak[side] = toDb(reading.peak[side] ?? 0);
      levels.rms[side] = toDb(reading.rms[side] ?? 0);
    }
    levels.maxDb = toDb(Math.max(reading.max[0] ?? 0, reading.max[1] ?? 0));
    levels.clipped = reading.clips > 0;
    return levels;
  }
}

function silence(): Float32Array {
  return new Float32Array(2).fill(-Infinity);
}

/** Linear amplitude in dBFS; −∞ for silence. */
export function toDb(amplitude: number): number {
  return 20 * Math.log10(amplitude);
}
