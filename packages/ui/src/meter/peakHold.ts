const HOLD_MS = 1500;
/** IEC 60268-18 asks for 20 dB in 1.7 s. */
const FALL_DB_PER_MS = 20 / 1700;
const FLOOR_DB = -120;

/** The fall of a peak bar and the stay of its hold mark, for levels that come without them. */
export class PeakHold {
  /** dBFS, at once up and 20 dB in 1.7 s down. */
  barDb = FLOOR_DB;
  /** dBFS, the highest of the last 1.5 s, then falling as the bar does. */
  markDb = FLOOR_DB;
  #heldUntilMs = 0;
  #lastMs = Number.NaN;

  /** @param levelDb - the peak since the last call, dBFS. */
  update(levelDb: number, nowMs: number): void {
    const level = levelDb > FLOOR_DB ? levelDb : FLOOR_DB;
    const fall = (nowMs - (this.#lastMs || nowMs)) * FALL_DB_PER_MS;
    this.#lastMs = nowMs;
    this.barDb = Math.max(level, this.barDb - fall, FLOOR_DB);
    if (level >= this.markDb) {
      this.markDb = level;
      this.#heldUntilMs = nowMs + HOLD_MS;
    } else if (nowMs > this.#heldUntilMs) {
      this.markDb = Math.max(this.barDb, this.markDb - fall);
    }
  }
}
