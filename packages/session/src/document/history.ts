import * as Y from "yjs";
import { same } from "./share.js";

/** Edits of one user action that become one undo step, for instance a drag. */
export interface Gesture {
  /** Ends it. */
  readonly end: () => void;
  /** Ends it and restores what was before. */
  readonly cancel: () => void;
}

type Step = Y.UndoManager["undoStack"][number];

interface OpenGesture {
  readonly name: string;
  stepped: boolean;
  readonly end: () => void;
}

/** Kept with a step that later edits of the same key join. */
interface Joinable {
  readonly key: string;
  /** The content before the step. */
  readonly before: unknown;
}

const OWN = Symbol("own edit");
/** What a step removed stays in memory for as long as the step can be undone. */
const MOST_STEPS = 500;

/**
 * Named undo steps of one document: each edit is one, all edits of a gesture are one. What leaves
 * nothing different from before is no step. Edits of other people and what is loaded from storage are never
 * undone.
 */
export class History {
  readonly #doc: Y.Doc;
  readonly #undo: Y.UndoManager;
  readonly #content: () => unknown;
  readonly #mostSteps: number;
  #gesture: OpenGesture | undefined;
  #editing: string | undefined;

  /**
   * @param content - the document's content as plain data, to see what is different.
   * @param mostSteps - that can be undone: with one more the oldest is forgotten.
   */
  constructor(doc: Y.Doc, scope: Y.Map<unknown>, content: () => unknown, mostSteps = MOST_STEPS) {
    this.#doc = doc;
    this.#content = content;
    this.#mostSteps = mostSteps;
    // Steps are told apart by `stopCapturing`, never by time.
    this.#undo = new Y.UndoManager(scope, { trackedOrigins: new Set([OWN]), captureTimeout: Number.POSITIVE_INFINITY });
    this.#undo.on("stack-item-added", ({ stackItem }) => {
      // An undone step lies on the other stack as a new one, and is the same to people.
      const undone = this.#undo.currStackItem;
      stackItem.meta.set("name", nameOf(undone) ?? this.#gesture?.name ?? this.#editing);
      if (undone?.meta.has("joinable")) stackItem.meta.set("joinable", undone.meta.get("joinable"));
    });
  }

  get undoName(): string | undefined {
    return nameOf(this.#undo.undoStack.at(-1));
  }

  get redoName(): string | undefined {
    return nameOf(this.#undo.redoStack.at(-1));
  }

  /**
   * Runs `change` as one step; an edit inside an edit belongs to the outer one. If it throws, nothing has changed.
   * @param joins - key of edits that become one step when nothing was done between them.
   */
  edit<T>(name: string, change: () => T, joins?: string): T {
    if (this.#editing !== undefined) return change();
    const steps = this.#undo.undoStack.length;
    const { redoStack } = this.#undo;
    const before = this.#content();
    const joined = this.#joined(joins);
    // Above 0 Yjs goes on with the step on top.
    if (joined) this.#undo.lastChange = 1;
    else if (!this.#gesture?.stepped) this.#undo.stopCapturing();
    this.#editing = name;
    try {
      const result = this.#doc.transact(() => this.#separately(change), OWN);
      const isNew = this.#undo.undoStack.length > steps;
      if (this.#gesture) this.#gesture.stepped ||= isNew;
      else if ((isNew || joined) && same(joined ? joined.before : before, this.#content())) this.#discardStep();
      else if (joined) this.#undo.undoStack.at(-1)?.meta.set("name", name);
      else if (isNew && joins !== undefined) this.#undo.undoStack.at(-1)?.meta.set("joinable", { key: joins, before } satisfies Joinable);
      return result;
    } catch (error) {
      if (this.#undo.undoStack.length > steps) this.#discardStep();
      else this.#goOn();
      throw error;
    } finally {
      this.#editing = undefined;
      if (this.#undo.redoStack !== redoStack) this.#collect(redoStack);
      this.#forgetOldest();
    }
  }

  begin(name: string): Gesture {
    this.endGesture();
    const before = this.#content();
    const finish = (keep: () => boolean) => () => {
      if (this.#gesture !== gesture) return;
      this.#gesture = undefined;
      if (gesture.stepped && !keep()) this.#discardStep();
      this.#forgetOldest();
    };
    const gesture: OpenGesture = { name, stepped: false, end: finish(() => !same(before, this.#content())) };
    this.#gesture = gesture;
    return { end: gesture.end, cancel: finish(() => false) };
  }

  endGesture(): void {
    this.#gesture?.end();
  }

  undo(): void {
    this.endGesture();
    this.#undo.undo();
  }

  redo(): void {
    this.endGesture();
    this.#undo.redo();
  }

  clear(): void {
    this.#undo.clear();
  }

  /** The step on top, if edits of this key join it. */
  #joined(key: string | undefined): Joinable | undefined {
    if (key === undefined || this.#gesture || this.#undo.redoStack.length > 0) return undefined;
    const step = this.#undo.undoStack.at(-1)?.meta.get("joinable") as Joinable | undefined;
    return step?.key === key ? step : undefined;
  }

  /** A change that throws gets a step of its own even in a gesture, so that it alone can be taken back. */
  #separately<T>(change: () => T): T {
    try {
      return change();
    } catch (error) {
      this.#undo.stopCapturing();
      throw error;
    }
  }

  #discardStep(): void {
    const { undoStack } = this.#undo;
    // Yjs would go on to the step before when this one has nothing left to undo.
    const earlier = undoStack.splice(0, undoStack.length - 1);
    this.#undo.undo();
    undoStack.unshift(...earlier);
    this.#undo.clear(false, true);
    this.#goOn();
  }

  /** Not in a gesture, which may yet turn out to be no step. */
  #forgetOldest(): void {
    const { undoStack } = this.#undo;
    if (this.#gesture || undoStack.length <= this.#mostSteps) return;
    const kept = undoStack.splice(undoStack.length - this.#mostSteps);
    this.#undo.clear(true, false);
    this.#undo.undoStack = kept;
    this.#collect(undoStack);
  }

  /** Lets go of what steps removed that are no longer in the history. Yjs itself looks only when something is removed. */
  #collect(steps: readonly Step[]): void {
    for (const { deletions } of steps) Y.tryGc(deletions, this.#doc.store, this.#doc.gcFilter);
  }

  /** The gesture's next edit joins its step again, after what ended the capture. */
  #goOn(): void {
    if (this.#gesture?.stepped) this.#undo.lastChange = 1;
  }
}

function nameOf(step: { readonly meta: ReadonlyMap<unknown, unknown> } | null | undefined): string | undefined {
  const name = step?.meta.get("name");
  return typeof name === "string" ? name : undefined;
}
