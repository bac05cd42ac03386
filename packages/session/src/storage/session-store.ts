import * as Y from "yjs";
import { SessionDocument, type DocumentOptions } from "../document/session-document.js";
import type { Session } from "../schema.js";
import { SessionError } from "../session-error.js";
import { Autosave } from "./autosave.js";
import { whyNotStored } from "./trouble.js";
import { UpdateLog, type SessionSummary } from "./update-log.js";

export interface OpenOptions extends DocumentOptions {
  /** Makes the session when none of this id is stored. */
  readonly create: () => Session;
  /** Called with a sentence when changes cannot be saved, and with `undefined` when they are again. */
  readonly onProblem?: (problem: string | undefined) => void;
}

/** A session that is open and saves itself. */
export interface OpenedSession {
  readonly id: string;
  readonly document: SessionDocument;
  /** `false` when {@link OpenOptions.create} made it just now. */
  readonly found: boolean;
  /** Resolves when all changes so far are on the disk. Rejects with a sentence when they are not. */
  saved(): Promise<void>;
  /** Saves what is waiting and lets go of the session; the document stays usable, unsaved. */
  close(): Promise<void>;
}

/** The sessions that this browser keeps (IndexedDB). `@mainThread` */
export class SessionStore {
  /** Why nothing is kept here beyond the life of the page, in a sentence, if that is so. */
  readonly problem: string | undefined;
  readonly #log: UpdateLog | undefined;

  private constructor(log: UpdateLog | undefined, problem: string | undefined) {
    this.#log = log;
    this.problem = problem;
  }

  /** Never rejects: where the browser stores nothing, sessions live as long as the page, and `problem` says so. */
  static async open(database = "headroom"): Promise<SessionStore> {
    try {
      return new SessionStore(await UpdateLog.open(database), undefined);
    } catch (error) {
      return new SessionStore(undefined, `Sessions are lost when this page closes: ${whyNotStored(error)}.`);
    }
  }

  /** Stored sessions, the last changed first. */
  async list(): Promise<SessionSummary[]> {
    return await this.#log?.list() ?? [];
  }

  /**
   * Opens a session by its id, or makes it. Every edit from here on is saved at once.
   * Rejects with a {@link SessionError}, leaving what is stored as it is, when a newer version wrote it or it is damaged.
   */
  async openSession(id: string, options: OpenOptions): Promise<OpenedSession> {
    const stored = await this.#log?.load(id);
    const doc = stored && documentOf(stored);
    const known = Y.encodeStateVector(doc ?? new Y.Doc());
    const document = new SessionDocument(doc ?? options.create(), options);
    const autosave = this.#log && new Autosave(this.#log, id, document, known, (problem) => options.onProblem?.(problem));
    const problem = () => autosave ? autosave.problem : this.problem;
    return {
      id,
      document,
      found: doc !== undefined,
      async saved() {
        await autosave?.settled();
        const reason = problem();
        if (reason) throw new SessionError(reason);
      },
      async close() {
        await autosave?.end();
      },
    };
  }

  /** Deletes a session for good. Close it first. Its audio stays until the audio store lets go of what is unused. */
  async remove(id: string): Promise<void> {
    await this.#log?.remove(id);
  }

  close(): void {
    this.#log?.close();
  }
}

function documentOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, update);
  } catch {
    throw new SessionError("The stored session is damaged and cannot be opened; import its last export, or start a new one.");
  }
  return doc;
}
