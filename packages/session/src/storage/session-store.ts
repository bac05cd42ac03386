import * as Y from "yjs";
import { newId } from "../document/new-id.js";
import { SessionDocument, type DocumentOptions } from "../document/session-document.js";
import type { Session } from "../schema.js";
import { SessionError } from "../session-error.js";
import { Autosave } from "./autosave.js";
import { PageLink } from "./page-link.js";
import { copyName, freeName, summaryOf, type SessionSummary } from "./session-summary.js";
import { whyNotStored } from "./trouble.js";
import { UpdateLog } from "./update-log.js";

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
  readonly #database: string;

  private constructor(database: string, log: UpdateLog | undefined, problem: string | undefined) {
    this.#database = database;
    this.#log = log;
    this.problem = problem;
  }

  /** Never rejects: where the browser stores nothing, sessions live as long as the page, and `problem` says so. */
  static async open(database = "headroom"): Promise<SessionStore> {
    try {
      return new SessionStore(database, await UpdateLog.open(database), undefined);
    } catch (error) {
      return new SessionStore(database, undefined, `Sessions are lost when this page closes: ${whyNotStored(error)}.`);
    }
  }

  /** Stored sessions without those that were put away, the last changed first. */
  async list(): Promise<SessionSummary[]> {
    return (await this.#all()).filter(({ discarded }) => discarded === undefined);
  }

  /** Sessions that were put away ({@link discard}), the last first. */
  async discarded(): Promise<SessionSummary[]> {
    const away = (await this.#all()).filter(({ discarded }) => discarded !== undefined);
    return away.sort((a, b) => (b.discarded ?? 0) - (a.discarded ?? 0));
  }

  /** Keys of the audio of all sessions, also of those that were put away: what {@link AudioStore.deleteUnused} must keep. */
  async audioInUse(): Promise<Set<string>> {
    return new Set((await this.#all()).flatMap(({ audio }) => audio));
  }

  /**
   * Stores a new session beside all others. Where its name is taken it gets a number.
   * @returns its id. Rejects with a {@link SessionError} where it cannot be stored.
   */
  async add(session: Session, id = newId()): Promise<string> {
    const name = freeName(session.name, (await this.list()).map((other) => other.name));
    const { doc } = new SessionDocument({ ...session, name });
    await this.#append(summaryOf(id, { ...session, name }), Y.encodeStateAsUpdate(doc));
    return id;
  }

  /** Stores a copy of a session under a name of its own. @returns the copy's id. Rejects with a {@link SessionError}. */
  async duplicate(id: string): Promise<string> {
    const { document } = await this.#read(id);
    const session = document.snapshot();
    return this.add({ ...session, name: copyName(session.name) });
  }

  /** Renames a session that is not open. Rejects with a {@link SessionError}. */
  async rename(id: string, name: string): Promise<void> {
    const { document, known } = await this.#read(id);
    document.song.rename(name);
    await this.#append(summaryOf(id, document.snapshot()), Y.encodeStateAsUpdate(document.doc, known));
  }

  /** Puts a session away: it is in the list no more, and {@link restore} brings it back. An edit does so too. */
  async discard(id: string): Promise<void> {
    await this.#log?.amend(id, (summary) => ({ ...summary, discarded: Date.now() }));
  }

  async restore(id: string): Promise<void> {
    await this.#log?.amend(id, ({ discarded: _, ...summary }) => summary);
  }

  /** Deletes for good what was put away longer ago than this. */
  async deleteDiscarded(minAgeMs: number): Promise<void> {
    for (const { id, discarded } of await this.discarded()) {
      if (discarded !== undefined && Date.now() - discarded >= minAgeMs) await this.remove(id);
    }
  }

  /**
   * Opens a session by its id, or makes it. Every edit from here on is saved at once, and seen at once in other pages of
   * this browser that have it open.
   * Rejects with a {@link SessionError}, leaving what is stored as it is, when a newer version wrote it or it is damaged.
   */
  async openSession(id: string, options: OpenOptions): Promise<OpenedSession> {
    const stored = await this.#log?.load(id);
    const doc = stored && documentOf(stored);
    const known = Y.encodeStateVector(doc ?? new Y.Doc());
    const document = new SessionDocument(doc ?? options.create(), options);
    const autosave = this.#log && new Autosave(this.#log, id, document, known, (problem) => options.onProblem?.(problem));
    const link = this.#log && new PageLink(`${this.#database} ${id}`, document.doc);
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
        link?.close();
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

  async #all(): Promise<SessionSummary[]> {
    return await this.#log?.list() ?? [];
  }

  /** A stored session, read without opening it. */
  async #read(id: string): Promise<{ readonly document: SessionDocument; readonly known: Uint8Array }> {
    const stored = await this.#log?.load(id);
    if (!stored) throw new SessionError("This session is not stored any more; choose another.");
    const doc = documentOf(stored);
    const known = Y.encodeStateVector(doc);
    return { document: new SessionDocument(doc), known };
  }

  async #append(summary: SessionSummary, update: Uint8Array): Promise<void> {
    if (!this.#log) throw new SessionError(`${summary.name} was not stored: this browser keeps no sessions beyond the page; leave private browsing or allow the site to store data.`);
    try {
      await this.#log.append(summary, update);
    } catch (error) {
      throw new SessionError(`${summary.name} was not stored: ${whyNotStored(error)}.`);
    }
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
