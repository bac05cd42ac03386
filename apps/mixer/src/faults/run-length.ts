/** Frames a second of session and device. */
export const RATE = 48_000;
/** Seconds that are recorded of each run. */
export const RUN_SECONDS = 5;
