import type { Streams } from "../command-line/command.js";

const CELLS = 24;
/** A bar that would be gone at once is not shown. */
const SHOW_AFTER_MS = 400;
const EVERY_MS = 80;

/** One line that shows how far a long task is; nothing where nobody looks at a terminal. Close it. */
export class ProgressBar {
  readonly #stream: Streams["err"];
  readonly #label: string;
  readonly #started = performance.now();
  #next = SHOW_AFTER_MS;
  #shown = false;

  constructor(stream: Streams["err"], label: string) {
    this.#stream = stream;
    this.#label = label;
  }

  /** @param done - share of the task, 0…1. */
  update(done: number): void {
    if (!this.#stream.isTTY) return;
    const elapsedMs = performance.now() - this.#started;
    if (elapsedMs < this.#next) return;
    this.#next = elapsedMs + EVERY_MS;
    this.#shown = true;
    const full = Math.round(done * CELLS);
    const left = Math.round((elapsedMs * (1 - done)) / Math.max(done, 0.01) / 1000);
    this.#stream.write(`\r\x1b[K${this.#label} ${"█".repeat(full)}${"░".repeat(CELLS - full)} ${Math.floor(done * 100)} %, ${left} s left`);
  }

  /** Takes the line away. */
  close(): void {
    if (this.#shown) this.#stream.write("\r\x1b[K");
    this.#shown = false;
  }
}
