import type { BandNumber } from "../../params.js";

/** Which bands are selected and pointed at: nothing of it is heard. A new object at every change. */
export interface SelectionState {
  /** In the order in which they were selected. */
  readonly selected: readonly BandNumber[];
  /** The band whose values the panel shows: the one selected last. */
  readonly primary: BandNumber | undefined;
  /** The band under the pointer or with the keyboard's focus. */
  readonly pointed: BandNumber | undefined;
}

/** The view's own memory of what is selected. `@mainThread` */
export class BandSelection {
  #state: SelectionState = { selected: [], primary: undefined, pointed: undefined };
  readonly #listeners = new Set<() => void>();

  readonly state = (): SelectionState => this.#state;

  has(band: BandNumber): boolean {
    return this.#state.selected.includes(band);
  }

  /** Selects these bands and no others; the last of them is the primary one. */
  set(bands: readonly BandNumber[], primary = bands.at(-1)): void {
    const { selected } = this.#state;
    const same = bands.length === selected.length && bands.every((band) => selected.includes(band));
    if (same && primary === this.#state.primary) return;
    this.#change({ selected: same ? selected : [...bands], primary });
  }

  clear(): void {
    this.set([]);
  }

  add(band: BandNumber): void {
    this.set(this.has(band) ? this.#state.selected : [...this.#state.selected, band], band);
  }

  remove(band: BandNumber): void {
    const rest = this.#state.selected.filter((other) => other !== band);
    this.set(rest, this.#state.primary === band ? rest.at(-1) : this.#state.primary);
  }

  toggle(band: BandNumber): void {
    if (this.has(band)) this.remove(band);
    else this.add(band);
  }

  /** Makes one of the selected bands the primary one, or, where it is not selected, the only one selected. */
  focus(band: BandNumber): void {
    this.set(this.has(band) ? this.#state.selected : [band], band);
  }

  point(band: BandNumber | undefined): void {
    if (band !== this.#state.pointed) this.#change({ pointed: band });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  #change(change: Partial<SelectionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
