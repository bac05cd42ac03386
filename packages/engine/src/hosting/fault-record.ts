/** Faults within this time add up; one more than allowed stops the insert. */
const FAULT_WINDOW_MS = 30_000;
const MOST_FAULTS = 3;
/** An insert that is not back within this time is chained around. */
export const RECOVERY_MS = 700;

/** How often an insert failed, and when last. `@mainThread` */
export class FaultRecord {
  /** Of its own, since it was put in. */
  count = 0;
  #times: number[] = [];
  #last = -Infinity;

  /** @param isOwn - whether it was the insert's own doing. @returns what to say when it must not start again. */
  add(isOwn: boolean): string | undefined {
    const now = performance.now();
    this.#last = now;
    if (!isOwn) return undefined;
    this.count += 1;
    this.#times = [...this.#times.filter((time) => now - time < FAULT_WINDOW_MS), now];
    return this.#times.length > MOST_FAULTS ? `${this.#times.length} faults in ${FAULT_WINDOW_MS / 1000} s` : undefined;
  }

  /** Whether the last fault was a moment ago, so that the insert may be back at once. */
  get isFresh(): boolean {
    return performance.now() - this.#last < RECOVERY_MS;
  }

  forgive(): void {
    this.#times = [];
  }
}
