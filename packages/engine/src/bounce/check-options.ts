import type { Session } from "@headroom/session";
import type { BounceOptions } from "../api.js";

const LEAST_RATE = 8000;
const MOST_RATE = 384_000;
const LEAST_LEVEL_DB = -100;
const MOST_LEVEL_DB = 24;

/** Refuses what no file can be made of. Throws a RangeError with a sentence. */
export function checkOptions(session: Session, { sampleRate, normalize, stems = [] }: Pick<BounceOptions, "sampleRate" | "normalize" | "stems">): void {
  if (sampleRate !== undefined && !(Number.isInteger(sampleRate) && sampleRate >= LEAST_RATE && sampleRate <= MOST_RATE)) {
    throw new RangeError(`A file of ${sampleRate} Hz cannot be; choose a whole number from ${LEAST_RATE} to ${MOST_RATE}.`);
  }
  if (normalize) {
    const [level, unit] = "peakDb" in normalize ? [normalize.peakDb, "dBFS"] : [normalize.lufs, "LUFS"];
    if (!(level >= LEAST_LEVEL_DB && level <= MOST_LEVEL_DB)) {
      throw new RangeError(`The mix cannot be brought to ${level} ${unit}; choose from ${LEAST_LEVEL_DB} to ${MOST_LEVEL_DB}.`);
    }
  }
  const unknown = stems.find((id) => !Object.hasOwn(session.strips, id));
  if (unknown !== undefined) throw new RangeError(`There is no strip "${unknown}" to make a stem of; choose among those of the session.`);
}
