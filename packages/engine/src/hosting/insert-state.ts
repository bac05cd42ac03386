import { MOST_STATE_LETTERS, newerState, type SavedState } from "@headroom/sdk";
import type { Insert } from "@headroom/session";
import { InsertWord } from "../shared/insert-memory.js";
import type { StatePort } from "./state-port.js";
import { withTimeout } from "./with-timeout.js";

/** A change is saved when nothing changed for this long, */
const QUIET_MS = 250;
/** and at the latest after this. */
const LONGEST_MS = 2000;
const ANSWER_MS = 5000;

/** Which of an insert's two settings is meant. */
export type SettingName = "A" | "B";

/** Where what happens to an insert's own data is told. */
export interface StateSurroundings {
  /** Of the plugin's own data, as it is now. */
  readonly version: number;
  /** Name for people: "Parametric EQ on Bass". */
  readonly title: () => string;
  readonly warn: (sentence: string) => void;
  /** The processor saved something new. */
  readonly saved: (setting: SettingName, state: SavedState) => void;
}

/**
 * An insert's own data over all its incarnations: what the session keeps goes to the processor, what the processor
 * changes goes to the session. Where the processor cannot read what is kept, nothing is saved over it. `@mainThread`
 */
export class InsertState {
  readonly #around: StateSurroundings;
  /** As the session has it. */
  #seen: SavedState | undefined;
  #setting: SettingName;
  /** The newest known: the session's, or what the processor saved since. */
  #latest: SavedState | undefined;
  /** Whether what is kept could not be read. */
  #refused = false;
  /** Raised when other data come from the session: what was saved before belongs to those before. */
  #turn = 0;
  #replaced = 0;
  #port: StatePort | undefined;
  #words: Int32Array | undefined;
  #counted = 0;
  #dirtySince: number | undefined;
  #changedAt = 0;
  /** Calls that the processor has not answered yet. */
  #asked = 0;
  #told = "";

  constructor(insert: Insert, around: StateSurroundings) {
    this.#around = around;
    this.#seen = insert.state;
    this.#latest = insert.state;
    this.#setting = settingOf(insert);
  }

  /** For a processor that starts now; `undefined` where it begins anew. */
  forStart(): SavedState | undefined {
    const newest = this.#around.version;
    if (this.#latest && this.#latest.version > newest) {
      this.refuse(newerState(this.#latest.version, newest));
      return undefined;
    }
    return this.#latest;
  }

  /** The newest data, for a copy of the insert that renders a bounce. */
  get latest(): SavedState | undefined {
    return this.#latest;
  }

  /** A processor runs. @param given - what it started with. @param fault - why it did not take that, if so. */
  attach(port: StatePort, words: Int32Array, given: SavedState | undefined, fault: string | undefined): void {
    this.#port = port;
    this.#words = words;
    this.#counted = 0;
    this.#dirtySince = undefined;
    if (fault !== undefined) this.refuse(fault);
    else if (!same(given, this.forStart())) this.#restore();
  }

  detach(): void {
    this.#port = undefined;
    this.#words = undefined;
  }

  /** Follows the session: other data, or the other setting's, go to the processor. */
  update(insert: Insert): void {
    const setting = settingOf(insert);
    const isSwitched = setting !== this.#setting;
    if (!isSwitched && same(insert.state, this.#seen)) return;
    this.#seen = insert.state;
    // The session has what was saved here.
    if (!isSwitched && same(insert.state, this.#latest)) return;
    this.#count(performance.now());
    // What changed until now belongs to the setting before: the processor is asked before it is given other data.
    if (isSwitched && this.#dirtySince !== undefined) void this.save();
    // The session replaced it: what the processor has, or is about to say, no longer counts.
    if (!isSwitched) this.#replaced += 1;
    this.#dirtySince = undefined;
    this.#setting = setting;
    this.#turn += 1;
    if (same(insert.state, this.#latest) && !this.busy) return;
    this.#latest = insert.state;
    this.#refused = false;
    this.#told = "";
    this.#restore();
  }

  /** Looks whether the processor said that its data changed. Called a few times a second. */
  poll(now: number): void {
    this.#count(now);
    if (this.#dirtySince === undefined) return;
    if (now - this.#changedAt >= QUIET_MS || now - this.#dirtySince >= LONGEST_MS) void this.save();
  }

  /** Whether the processor may be at work on its own data, and not on sound: for a few seconds that is no fault. */
  get busy(): boolean {
    return this.#asked > 0;
  }

  #count(now: number): void {
    if (!this.#words) return;
    const count = Atomics.load(this.#words, InsertWord.stateChanges);
    if (count === this.#counted) return;
    this.#counted = count;
    this.#dirtySince ??= now;
    this.#changedAt = now;
  }

  /** While the processor is being asked: resolves when it has answered. */
  saving: Promise<void> | undefined;

  /** Saves what the processor has now. Never rejects: what goes wrong is told. */
  save(): Promise<void> {
    const saving = this.#save().finally(() => {
      if (this.saving === saving) this.saving = undefined;
    });
    this.saving = saving;
    return saving;
  }

  async #save(): Promise<void> {
    this.#dirtySince = undefined;
    const port = this.#port;
    if (!port || this.#refused) return;
    const setting = this.#setting;
    const turn = this.#turn;
    const replaced = this.#replaced;
    try {
      const saved = await this.#ask(port.save());
      if (saved === undefined || replaced !== this.#replaced) return;
      if (!isSaved(saved, this.#around.version)) throw new Error("what it gave is no saved data");
      const { version, data, isInitial } = saved;
      const before = turn === this.#turn ? this.#latest : undefined;
      const state = { version, data };
      if (same(state, before) || (isInitial && before === undefined)) return;
      if (turn === this.#turn) this.#latest = state;
      this.#told = "";
      this.#around.saved(setting, state);
    } catch (error) {
      // One that ended meanwhile has nothing left to say.
      if (port === this.#port) this.#tell(`${this.#around.title()} could not save its own data: ${reasonOf(error)}.`);
    }
  }

  /** The processor could not take back what is kept, and runs as it was made. */
  refuse(reason: string): void {
    this.#refused = true;
    this.#tell(`${this.#around.title()} did not take back its own data and begins anew: ${reason}. The data are kept as they are, and nothing is saved over them.`);
  }

  #restore(): void {
    const port = this.#port;
    if (!port) return;
    const state = this.forStart();
    this.#ask(port.restore(state)).then(
      (fault) => {
        if (typeof fault === "string" && port === this.#port && same(state, this.#latest)) this.refuse(fault.slice(0, 500));
      },
      () => undefined,
    );
  }

  async #ask<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.#asked += 1;
    try {
      return await withTimeout(answer, ANSWER_MS, "it did not answer");
    } finally {
      this.#asked -= 1;
    }
  }

  /** The same thing is said once. */
  #tell(sentence: string): void {
    if (sentence === this.#told) return;
    this.#told = sentence;
    this.#around.warn(sentence);
  }
}

function settingOf(insert: Insert): SettingName {
  return insert.compare?.live ?? "A";
}

function same(a: SavedState | undefined, b: SavedState | undefined): boolean {
  return a === b || (a?.version === b?.version && a?.data === b?.data);
}

function isSaved(value: unknown, version: number): value is SavedState & { readonly isInitial: boolean } {
  if (typeof value !== "object" || value === null) return false;
  const { data, version: stated } = value as Partial<SavedState>;
  return stated === version && typeof data === "string" && data.length <= MOST_STATE_LETTERS;
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
