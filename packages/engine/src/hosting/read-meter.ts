import type { MeterReading } from "../api.js";
import { MeterValue } from "../shared/engine-memory.js";

/** Reads the levels that a meter wrote at `at`; without a table there are none. `@mainThread` */
export function readMeter(table: Float32Array | undefined, at: number, into: MeterReading): void {
  for (let c = 0; c < 2; c++) {
    into.peak[c] = table?.[at + MeterValue.peak + c] ?? 0;
    into.rms[c] = table?.[at + MeterValue.rms + c] ?? 0;
    into.max[c] = table?.[at + MeterValue.max + c] ?? 0;
  }
  into.clips = table?.[at + MeterValue.clips] ?? 0;
}
