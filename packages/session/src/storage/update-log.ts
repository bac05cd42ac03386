import * as Y from "yjs";
import { answered, openDatabase, stored } from "./database.js";
import type { SessionSummary } from "./session-summary.js";

interface UpdateRow { readonly session: string; readonly update: Uint8Array<ArrayBuffer> }

/** From so many rows on, a session's updates are joined into one when it is loaded. */
const JOIN_ROWS = 200;

/** The stored sessions: a list of them, and for each the Yjs updates that make it. */
export class UpdateLog {
  readonly #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
    // Another tab with a newer form of the database must not wait for this one.
    database.onversionchange = () => database.close();
  }

  static async open(name: string): Promise<UpdateLog> {
    return new UpdateLog(await openDatabase(name, (database) => {
      database.createObjectStore("sessions", { keyPath: "id" });
      database.createObjectStore("updates", { autoIncrement: true }).createIndex("session", "session");
    }));
  }

  /** All sessions, those that were put away too; the last changed first. */
  async list(): Promise<SessionSummary[]> {
    const all = this.#database.transaction("sessions").objectStore("sessions").getAll() as IDBRequest<SessionSummary[]>;
    return (await answered(all)).sort((a, b) => b.modified - a.modified);
  }

  /** Everything stored of a session as one update, or `undefined` if there is nothing. */
  async load(sessionId: string): Promise<Uint8Array | undefined> {
    const index = this.#database.transaction("updates").objectStore("updates").index("session");
    const [rows, keys] = await Promise.all([
      answered(index.getAll(sessionId) as IDBRequest<UpdateRow[]>),
      answered(index.getAllKeys(sessionId)),
    ]);
    if (rows.length === 0) return undefined;
    const joined = Y.mergeUpdates(rows.map(({ update }) => update));
    if (rows.length >= JOIN_ROWS) await this.#join(sessionId, joined, keys);
    return joined;
  }

  /** Adds an update and brings the list up to date, both or neither. */
  append(summary: SessionSummary, update: Uint8Array): Promise<void> {
    const transaction = this.#database.transaction(["sessions", "updates"], "readwrite");
    transaction.objectStore("updates").add({ session: summary.id, update });
    transaction.objectStore("sessions").put(summary);
    return stored(transaction);
  }

  /** Changes a session's entry in the list; nothing where there is none. */
  async amend(sessionId: string, change: (summary: SessionSummary) => SessionSummary): Promise<void> {
    const transaction = this.#database.transaction("sessions", "readwrite");
    const sessions = transaction.objectStore("sessions");
    const found = sessions.get(sessionId) as IDBRequest<SessionSummary | undefined>;
    found.onsuccess = () => {
      if (found.result) sessions.put(change(found.result));
    };
    return stored(transaction);
  }

  async remove(sessionId: string): Promise<void> {
    const transaction = this.#database.transaction(["sessions", "updates"], "readwrite");
    transaction.objectStore("sessions").delete(sessionId);
    const updates = transaction.objectStore("updates");
    const keys = updates.index("session").getAllKeys(sessionId);
    keys.onsuccess = () => {
      for (const key of keys.result) updates.delete(key);
    };
    return stored(transaction);
  }

  close(): void {
    this.#database.close();
  }

  /** Only the rows that were read go: another tab may have added some since. */
  async #join(sessionId: string, joined: Uint8Array, keys: readonly IDBValidKey[]): Promise<void> {
    const transaction = this.#database.transaction("updates", "readwrite");
    const updates = transaction.objectStore("updates");
    updates.add({ session: sessionId, update: joined });
    for (const key of keys) updates.delete(key);
    // What cannot be joined for want of space is read again as it is.
    await stored(transaction).catch(() => undefined);
  }
}
