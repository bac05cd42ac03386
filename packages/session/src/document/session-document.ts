import * as Y from "yjs";
import { ClipEdits } from "../edits/clip-edits.js";
import { InsertEdits } from "../edits/insert-edits.js";
import { LaneEdits } from "../edits/lane-edits.js";
import type { EditOptions } from "../edits/editor.js";
import { MarkerEdits } from "../edits/marker-edits.js";
import { SceneEdits } from "../edits/scene-edits.js";
import { SendEdits } from "../edits/send-edits.js";
import { SettingEdits } from "../edits/setting-edits.js";
import { SongEdits } from "../edits/song-edits.js";
import { StripEdits } from "../edits/strip-edits.js";
import { VcaEdits } from "../edits/vca-edits.js";
import { acceptSession } from "../parse/parse-session.js";
import type { Migration } from "../parse/migrations.js";
import { SCHEMA_VERSION, type Session } from "../schema.js";
import { History, type Gesture } from "./history.js";
import { ID_LABELS, type Labels } from "./labels.js";
import { SnapshotReader } from "./snapshot.js";
import { ROOT, writeSession, type Fields } from "./stored-form.js";

export interface DocumentOptions {
  readonly labels?: Labels;
  /** Instead of the real ones. */
  readonly migrations?: Readonly<Record<number, Migration>>;
  /** How many steps can be undone, 500 if left out. What they removed is in memory until they are forgotten. */
  readonly mostUndoSteps?: number;
}

/**
 * The session as it is edited: a Yjs document with named undo steps. Read it as plain data with
 * {@link snapshot}; change it with {@link song}, {@link strips}, {@link sends}, {@link vcas}, {@link inserts},
 * {@link settings}, {@link clips}, {@link lanes}, {@link markers} and {@link scenes}, each of whose functions is one undo step and throws a {@link SessionError} with a sentence, changing nothing, when it
 * refuses. `@mainThread`
 */
export class SessionDocument {
  /** For storage and collaboration; edit through this class. */
  readonly doc: Y.Doc;
  readonly song: SongEdits;
  readonly strips: StripEdits;
  readonly sends: SendEdits;
  readonly vcas: VcaEdits;
  readonly inserts: InsertEdits;
  readonly settings: SettingEdits;
  readonly clips: ClipEdits;
  readonly lanes: LaneEdits;
  readonly markers: MarkerEdits;
  readonly scenes: SceneEdits;

  readonly #reader: SnapshotReader;
  readonly #history: History;
  readonly #listeners = new Set<() => void>();
  #depth = 0;
  #changed = false;

  /**
   * @param content - a session, or a Yjs document that holds one ({@link hasSession}).
   * @throws {@link SessionError} when the content is not a session that this version reads.
   */
  constructor(content: Session | Y.Doc, options: DocumentOptions = {}) {
    const stored = content instanceof Y.Doc;
    this.doc = stored ? content : new Y.Doc();
    const root: Fields = this.doc.getMap(ROOT);
    const accepted = acceptSession(stored ? readStored(root) : content, options.migrations);
    if (!stored || root.get("schema") !== SCHEMA_VERSION) this.doc.transact(() => writeSession(root, accepted));

    this.#reader = new SnapshotReader(root);
    this.#history = new History(this.doc, root, this.snapshot, options.mostUndoSteps);
    root.observeDeep((events) => {
      this.#reader.invalidate(events);
      this.#changed = true;
    });
    this.doc.on("afterTransaction", () => this.#notify());

    const editor = { root, labels: options.labels ?? ID_LABELS, snapshot: () => this.snapshot(), edit: this.edit.bind(this), note: (change: () => void) => this.#once(() => this.doc.transact(change)) };
    this.song = new SongEdits(editor);
    this.strips = new StripEdits(editor);
    this.sends = new SendEdits(editor);
    this.vcas = new VcaEdits(editor);
    this.inserts = new InsertEdits(editor);
    this.settings = new SettingEdits(editor);
    this.clips = new ClipEdits(editor);
    this.lanes = new LaneEdits(editor);
    this.markers = new MarkerEdits(editor);
    this.scenes = new SceneEdits(editor);
  }

  /** The session now. Whatever did not change since the last call is the same object; change none of it. */
  readonly snapshot = (): Session => this.#reader.read();

  /** Calls back after every change, once an edit. @returns the undo. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Makes several edits one undo step. If `change` throws, all of them are taken back. */
  edit<T>(name: string, change: () => T, options: EditOptions = {}): T {
    return this.#once(() => this.#history.edit(name, () => {
      const result = change();
      // What follows inside an outer edit reads what this one did; the document's events come only at the end.
      this.#reader.invalidateAll();
      return result;
    }, options.joins));
  }

  /**
   * Makes all edits until its end one undo step, named for people ("Move fader of Kick"). A second gesture, an
   * undo or a redo ends the first.
   */
  beginGesture(name: string): Gesture {
    const gesture = this.#history.begin(name);
    return { end: () => this.#once(gesture.end), cancel: () => this.#once(gesture.cancel) };
  }

  /** Name of the step that {@link undo} would take back, if there is one. */
  get undoName(): string | undefined {
    return this.#history.undoName;
  }

  /** Name of the step that {@link redo} would do again, if there is one. */
  get redoName(): string | undefined {
    return this.#history.redoName;
  }

  undo(): void {
    this.#once(() => this.#history.undo());
  }

  redo(): void {
    this.#once(() => this.#history.redo());
  }

  /** Replaces everything, for instance by an imported session: one undo step. */
  replace(session: Session): void {
    const accepted = acceptSession(session);
    this.edit(`Replace by ${accepted.name}`, () => writeSession(this.doc.getMap(ROOT), accepted));
  }

  #once<T>(action: () => T): T {
    this.#depth += 1;
    try {
      return action();
    } finally {
      this.#depth -= 1;
      this.#notify();
    }
  }

  #notify(): void {
    if (this.#depth > 0 || !this.#changed) return;
    this.#changed = false;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** What a newer version wrote may lie differently: nothing but its version is read. */
function readStored(root: Fields): unknown {
  const schema = root.get("schema");
  return typeof schema === "number" && schema <= SCHEMA_VERSION ? new SnapshotReader(root).read() : { schema };
}

/** Whether a Yjs document holds a session, of whatever version. */
export function hasSession(doc: Y.Doc): boolean {
  return doc.getMap(ROOT).has("schema");
}
