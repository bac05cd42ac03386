import type { RealmCounts } from "./realm-api.js";

/**
 * Counts what a plugin does between {@link enter} and {@link leave}: reading the clock, writing to the console, waiting.
 * Replaces these globals of the realm it runs in.
 */
export class WatchedGlobals {
  #inside = false;
  #counts = { clock: 0, console: 0, wait: 0 };

  install(): void {
    const count = (key: keyof RealmCounts) => {
      if (this.#inside) this.#counts[key]++;
    };
    const counted = <Function extends (...args: never[]) => unknown>(key: keyof RealmCounts, target: Function): Function =>
      new Proxy(target, {
        apply: (called, self, args) => {
          count(key);
          return Reflect.apply(called, self, args) as unknown;
        },
      });
    Date.now = counted("clock", Date.now);
    globalThis.Date = new Proxy(Date, {
      apply: (called, self, args) => {
        count("clock");
        return Reflect.apply(called, self, args) as unknown;
      },
      construct: (called, args: unknown[], target) => {
        if (args.length === 0) count("clock");
        return Reflect.construct(called, args, target) as object;
      },
    });
    Atomics.wait = counted("wait", Atomics.wait);
    // What a plugin writes there is nobody's to read: a host shows it in the browser's console.
    globalThis.console = new Proxy({} as Console, { get: () => counted("console", () => undefined) });
  }

  enter(): void {
    this.#inside = true;
  }

  leave(): void {
    this.#inside = false;
  }

  counts(): RealmCounts {
    return this.#counts;
  }

  resetCounts(): void {
    this.#counts = { clock: 0, console: 0, wait: 0 };
  }
}
