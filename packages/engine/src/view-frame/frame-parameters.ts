import type { ParameterHandle } from "@headroom/sdk/view";
import { FloodGuard } from "../hosting/flood-guard.js";

/** Values that come within this time are one: the last. Shorter than a frame of the screen. */
const GATHER_MS = 8;
/** A value that is set outside a gesture opens one, which ends when nothing more comes for this long. */
const PAUSE_MS = 300;
/** Edits of a hand, and as many again as a button of the view makes that sets all parameters, a few times in a row. */
const EDITS_PER_SECOND = 20;
const EDITS_AT_ONCE = 60;
const TIMES_ALL = 4;
/** Parameters that count for that. */
const MOST_COUNTED = 256;

/**
 * What a view in a frame does to parameters. Ids are looked up among the plugin's own, numbers are clamped by the
 * handles; however often it sets, what is heard changes once in a few milliseconds and a gesture is one edit.
 * `@mainThread`
 */
export class FrameParameters {
  readonly #handles: Readonly<Record<string, ParameterHandle>>;
  readonly #onFlood: () => void;
  readonly #edits: FloodGuard;
  /** Open gestures; a timer ends those that the view did not open itself. */
  readonly #open = new Map<string, ReturnType<typeof setTimeout> | undefined>();
  readonly #gathered = new Map<string, number>();
  /** Numbers that the view itself set: it has those already. */
  readonly #known = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onFlood - called when edits come faster than a hand makes them. */
  constructor(handles: Readonly<Record<string, ParameterHandle>>, onFlood: () => void) {
    this.#handles = handles;
    this.#onFlood = onFlood;
    this.#edits = new FloodGuard(EDITS_PER_SECOND, EDITS_AT_ONCE + TIMES_ALL * Math.min(MOST_COUNTED, Object.keys(handles).length));
  }

  readonly begin = (id: string): void => {
    const handle = this.#handle(id);
    if (!handle) return;
    this.#flush();
    if (!this.#open.has(id)) handle.begin();
    clearTimeout(this.#open.get(id));
    this.#open.set(id, undefined);
  };

  readonly set = (id: string, number: number): void => {
    if (!this.#handle(id)) return;
    this.#gathered.set(id, number);
    this.#known.set(id, number);
    this.#timer ??= setTimeout(() => this.#flush(), GATHER_MS);
  };

  readonly end = (id: string): void => {
    this.#flush();
    if (!this.#open.has(id)) return;
    clearTimeout(this.#open.get(id));
    this.#open.delete(id);
    this.#handle(id)?.end();
    if (!this.#edits.take()) this.#onFlood();
  };

  /** Whether the view must be told a parameter's number; it is taken to be told then. */
  differs(id: string, number: number): boolean {
    if (this.#known.get(id) === number) return false;
    this.#known.set(id, number);
    return true;
  }

  /** Ends what is open: what a hand held when the view went is what it reached. */
  dispose(): void {
    for (const id of [...this.#open.keys()]) this.end(id);
    clearTimeout(this.#timer);
    this.#gathered.clear();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const [id, number] of this.#gathered) {
      const handle = this.#handle(id);
      if (!handle) continue;
      const timer = this.#open.get(id);
      if (!this.#open.has(id)) handle.begin();
      if (!this.#open.has(id) || timer !== undefined) {
        clearTimeout(timer);
        this.#open.set(id, setTimeout(() => this.end(id), PAUSE_MS));
      }
      handle.setNumber(number);
    }
    this.#gathered.clear();
  }

  #handle(id: string): ParameterHandle | undefined {
    return Object.hasOwn(this.#handles, id) ? this.#handles[id] : undefined;
  }
}
