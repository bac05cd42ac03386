import type { EngineNotice } from "../api.js";

/** Notices that are kept: the newest. */
const MOST_NOTICES = 1000;

/** What happened to whom and when, kept for whoever looks later, and told to whoever listens. `@mainThread` */
export class NoticeLog {
  readonly #listeners = new Set<(notice: EngineNotice) => void>();
  #notices: readonly EngineNotice[] = [];

  /** Oldest first. */
  get notices(): readonly EngineNotice[] {
    return this.#notices;
  }

  add(severity: EngineNotice["severity"], text: string, insertId?: string): void {
    const notice = { time: Date.now(), severity, text, ...(insertId === undefined ? {} : { insertId }) };
    this.#notices = [...this.#notices.slice(1 - MOST_NOTICES), notice];
    for (const listener of this.#listeners) listener(notice);
  }

  /** @returns the undo. */
  listen(listener: (notice: EngineNotice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells nobody any more. */
  close(): void {
    this.#listeners.clear();
  }
}
