/** The graph's element with its size, so that drawing need not ask the page for it. `@mainThread` */
export class GraphArea {
  readonly element: HTMLElement;
  /** CSS pixels. */
  width: number;
  height: number;
  readonly #listeners = new Set<() => void>();
  readonly #sizes: ResizeObserver;

  constructor(element: HTMLElement) {
    this.element = element;
    this.width = element.clientWidth;
    this.height = element.clientHeight;
    this.#sizes = new ResizeObserver(() => {
      this.width = element.clientWidth;
      this.height = element.clientHeight;
      for (const listener of [...this.#listeners]) listener();
    });
    this.#sizes.observe(element);
  }

  /** Calls back when the size has changed. @returns the undo. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  release(): void {
    this.#sizes.disconnect();
  }
}
