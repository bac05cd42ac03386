import { Observable } from "../state/observable.js";

/** Pixels a second at most: four frames a pixel, and no more pixels than a page can be wide. */
const MOST_PIXELS_PER_SECOND = 12_000;
const MOST_PIXELS = 16_000_000;

/**
 * Which part of the song the timeline shows, and how large. An element scrolls; its `--pixels-per-second` places what
 * lies in the song, so that neither zoom nor scrolling renders anything. `@mainThread`
 */
export class TimeView {
  /** Whether less than the whole song is shown. */
  readonly zoomed = new Observable(false);
  /** Of what is shown; grows with each change of it. */
  version = 0;
  pixelsPerSecond = 1;
  /** Pixels of the song that are scrolled out at the left. */
  left = 0;
  /** Pixels of the song that are in sight. */
  width = 0;
  #zoom: number | undefined;
  #seconds = 1;
  #scroller: HTMLElement | undefined;
  #namesWidth = 0;

  /** Shows the song in an element. @param namesWidth - pixels at its left that do not scroll. @returns the undo. */
  attach(scroller: HTMLElement, namesWidth: number): () => void {
    this.#scroller = scroller;
    this.#namesWidth = namesWidth;
    const measure = () => {
      this.width = Math.max(1, scroller.clientWidth - namesWidth);
      this.#apply();
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(scroller);
    const onScroll = () => {
      if (this.left === scroller.scrollLeft) return;
      this.left = scroller.scrollLeft;
      this.version += 1;
    };
    scroller.addEventListener("scroll", onScroll, { passive: true });
    measure();
    return () => {
      sizes.disconnect();
      scroller.removeEventListener("scroll", onScroll);
      this.#scroller = undefined;
    };
  }

  /** @param seconds - of the whole song as it is shown. */
  setSeconds(seconds: number): void {
    this.#seconds = seconds;
    this.#apply();
  }

  /** Seconds of the song at a place in the window. */
  secondsAt(clientX: number): number {
    const edge = (this.#scroller?.getBoundingClientRect().left ?? 0) + this.#namesWidth;
    return Math.max(0, (clientX - edge + this.left) / this.pixelsPerSecond);
  }

  /** Makes all larger by a factor around a place that stays where it is. */
  zoom(factor: number, aroundSeconds: number): void {
    const at = aroundSeconds * this.pixelsPerSecond - this.left;
    this.#zoom = this.pixelsPerSecond * factor;
    this.#apply();
    this.scrollTo(aroundSeconds * this.pixelsPerSecond - at);
  }

  /** Shows the whole song. */
  fit(): void {
    this.#zoom = undefined;
    this.#apply();
  }

  /** What is in sight and nearest to a place, for a zoom around it. */
  nearest(seconds: number): number {
    const from = this.left / this.pixelsPerSecond;
    const to = (this.left + this.width) / this.pixelsPerSecond;
    return seconds < from || seconds > to ? (from + to) / 2 : seconds;
  }

  /** @param left - pixels of the song. */
  scrollTo(left: number): void {
    if (!this.#scroller) return;
    this.#scroller.scrollLeft = left;
    this.left = this.#scroller.scrollLeft;
    this.version += 1;
  }

  #apply(): void {
    const whole = this.width / this.#seconds;
    const most = Math.max(whole, Math.min(MOST_PIXELS_PER_SECOND, MOST_PIXELS / this.#seconds));
    if (this.#zoom !== undefined && this.#zoom <= whole) this.#zoom = undefined;
    // A hair narrower than its place, so that no rounding makes it scroll.
    this.pixelsPerSecond = this.#zoom === undefined ? whole * (1 - 1e-6) : Math.min(most, this.#zoom);
    this.#scroller?.style.setProperty("--pixels-per-second", String(this.pixelsPerSecond));
    this.left = this.#scroller?.scrollLeft ?? 0;
    this.version += 1;
    this.zoomed.set(this.#zoom !== undefined);
  }
}

/** Of the page: there is one timeline. */
export const timeView = new TimeView();
