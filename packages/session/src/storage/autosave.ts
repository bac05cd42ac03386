import * as Y from "yjs";
import type { SessionDocument } from "../document/session-document.js";
import { OTHER_PAGE } from "./page-link.js";
import { summaryOf } from "./session-summary.js";
import { whyNotStored } from "./trouble.js";
import type { UpdateLog } from "./update-log.js";

const RETRY_MS = 5000;

/**
 * Stores every change of a document as it happens: the write begins in the same task as the edit, and edits
 * made while one is under way go together with the next. What could not be written is kept and tried again, so
 * the log never has a gap.
 */
export class Autosave {
  readonly #log: UpdateLog;
  readonly #id: string;
  readonly #document: SessionDocument;
  readonly #report: (problem: string | undefined) => void;
  #waiting: Uint8Array[] = [];
  #writing: Promise<void> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #problem: string | undefined;

  /**
   * @param known - state vector of what the log has of the document.
   * @param report - called with a sentence when changes cannot be stored, and with `undefined` when they are again.
   */
  constructor(log: UpdateLog, id: string, document: SessionDocument, known: Uint8Array, report: (problem: string | undefined) => void) {
    this.#log = log;
    this.#id = id;
    this.#document = document;
    this.#report = report;
    document.doc.on("update", this.#take);
    if (!sameBytes(Y.encodeStateVector(document.doc), known)) this.#take(Y.encodeStateAsUpdate(document.doc, known));
  }

  get problem(): string | undefined {
    return this.#problem;
  }

  /** Resolves when all changes so far are stored or known not to be (see {@link problem}). */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  /** Stores what is waiting and ends. */
  async end(): Promise<void> {
    this.#document.doc.off("update", this.#take);
    await this.settled();
    if (this.#waiting.length > 0) await this.#write();
    clearTimeout(this.#retry);
  }

  readonly #take = (update: Uint8Array, origin?: unknown): void => {
    // The page that made it stores it.
    if (origin === OTHER_PAGE) return;
    this.#waiting.push(update);
    this.#start();
  };

  #start(): void {
    if (this.#waiting.length > 0) this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
  }

  async #write(): Promise<void> {
    clearTimeout(this.#retry);
    while (this.#waiting.length > 0) {
      const update = Y.mergeUpdates(this.#waiting);
      this.#waiting = [];
      try {
        await this.#log.append(summaryOf(this.#id, this.#document.snapshot()), update);
        this.#tell(undefined);
      } catch (error) {
        this.#waiting.unshift(update);
        this.#tell(`Changes to ${this.#document.snapshot().name} are not being saved: ${whyNotStored(error)}.`);
        this.#retry = setTimeout(() => this.#start(), RETRY_MS);
        return;
      }
    }
  }

  #tell(problem: string | undefined): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.#report(problem);
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
