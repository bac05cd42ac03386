/** Rows of numbers in shared memory, one an id, that the window writes and the audio thread smooths. `@mainThread` */
export class ControlTable<Control extends string> {
  readonly controls: readonly Control[];
  readonly #numbers: Float32Array;
  readonly #rows = new Map<string, number>();
  /** What the session last said of each row. */
  readonly #seen = new Map<string, Readonly<Record<Control, number>>>();
  readonly #free: number[];

  constructor(memory: ArrayBufferLike, controls: readonly Control[]) {
    this.controls = controls;
    this.#numbers = new Float32Array(memory);
    const rows = Math.floor(this.#numbers.length / controls.length);
    this.#free = Array.from({ length: rows }, (_, i) => rows - 1 - i);
  }

  get rows(): ReadonlyMap<string, number> {
    return this.#rows;
  }

  /** Rows from the first to the last in use. */
  get rowCount(): number {
    return [...this.#rows.values()].reduce((most, row) => Math.max(most, row + 1), 0);
  }

  /** Gives an id a row, and its controls what the session says where that changed. */
  update(id: string, values: Readonly<Record<Control, number>>): void {
    if (!this.#rows.has(id)) this.#rows.set(id, this.#free.pop() ?? 0);
    const before = this.#seen.get(id);
    for (const control of this.controls) {
      // From session to session, not from what is live: another edit must not take back what a hand holds.
      if (!before || !Object.is(before[control], values[control])) this.set(id, control, values[control]);
    }
    this.#seen.set(id, values);
  }

  /** Moves a control at once. What is no number, and what has no row, is left alone. */
  set(id: string, control: Control, value: number): void {
    const row = this.#rows.get(id);
    if (row !== undefined && Number.isFinite(value)) this.#numbers[row * this.controls.length + this.controls.indexOf(control)] = value;
  }

  /** Frees the rows of all other ids. @returns the rows that became free. */
  keep(ids: ReadonlySet<string>): number[] {
    const freed: number[] = [];
    for (const [id, row] of this.#rows) {
      if (ids.has(id)) continue;
      this.#rows.delete(id);
      this.#seen.delete(id);
      this.#free.push(row);
      freed.push(row);
    }
    return freed;
  }
}
