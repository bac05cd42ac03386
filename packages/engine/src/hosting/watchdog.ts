/** What the watchdog sees of an insert's host. */
export interface Watched {
  readonly ready: boolean;
  readonly state: { readonly busy: boolean };
  /** Those of one worker fall silent together. */
  readonly seat: { readonly worker: object } | undefined;
  poll(nowMs: number): void;
  /** A number that moves while it lives. */
  signsOfLife(): number;
  /** Quanta that wait for it. */
  behind(): number;
  /** It is given up. */
  stall(): void;
}

const TICK_MS = 50;
/** A worker with work before it that shows no sign of life for this long is dead, when it is the only one. */
const PATIENCE_MS = 250;
/** With several silent at once the machine is the likelier cause: restarting them would only add to its load. */
const PATIENCE_WITH_MANY_MS = 800;
/** Silence after which a worker counts among the silent. */
const SILENT_MS = 100;
/** Work that must wait before silence counts: about 50 ms at 48 kHz. */
const QUANTA_BEHIND = 20;

/**
 * Sees every insert's progress counter. One that has work and does not move is failed, so that it is started
 * anew. When the window itself was held up, nobody is blamed for it. `@mainThread`
 */
export class Watchdog {
  readonly #inserts: () => Iterable<Watched>;
  readonly #seen = new WeakMap<Watched, { life: number; since: number }>();
  readonly #timer: ReturnType<typeof setInterval>;
  #last = performance.now();
  #suspects = false;

  /** @param running - whether the audio thread renders; while it does not, nothing is expected. */
  constructor(inserts: () => Iterable<Watched>, running: () => boolean, afterTick: (now: number) => void) {
    this.#inserts = inserts;
    this.#timer = setInterval(() => {
      const now = performance.now();
      const late = now - this.#last - TICK_MS;
      this.#last = now;
      this.#tick(now, !running() || late > TICK_MS ? Math.max(0, late) : 0);
      afterTick(now);
    }, TICK_MS);
  }

  dispose(): void {
    clearInterval(this.#timer);
  }

  /** Whether an insert has work and does not move: soon it moves again, or is failed. */
  get suspects(): boolean {
    return this.#suspects;
  }

  #tick(now: number, excuse: number): void {
    const silent: { insert: Watched; ms: number }[] = [];
    this.#suspects = false;
    for (const insert of this.#inserts()) {
      insert.poll(now);
      if (!insert.ready) continue;
      const life = insert.signsOfLife();
      const seen = this.#seen.get(insert);
      const idle = insert.behind() < QUANTA_BEHIND || insert.state.busy;
      if (!seen || seen.life !== life || idle) {
        this.#seen.set(insert, { life, since: now });
        continue;
      }
      this.#suspects = true;
      seen.since += excuse;
      if (now - seen.since > SILENT_MS) silent.push({ insert, ms: now - seen.since });
    }
    // Inserts that share a worker fall silent together.
    const workers = new Set(silent.map(({ insert }) => insert.seat?.worker ?? insert));
    const patience = workers.size > 1 ? PATIENCE_WITH_MANY_MS : PATIENCE_MS;
    for (const { insert, ms } of silent) {
      if (ms < patience) continue;
      this.#seen.delete(insert);
      insert.stall();
    }
  }
}
