import { toNumber } from "@headroom/sdk";
import { Gesture } from "@headroom/ui";
import { hasGain } from "../../band-types.js";
import type { Band } from "../bands/band.js";
import type { GraphArea } from "../graph/graphArea.js";
import { placeValues, tokenPlace } from "../graph/graphScale.js";

const FINE = 0.1;
/** CSS pixels after which it is clear along which axis a constrained drag goes. */
const AXIS_PIXELS = 4;

interface Hand {
  readonly clientX: number;
  readonly clientY: number;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * One drag of a band over the graph: frequency and gain in overlapping gestures. Shift makes it ten times finer, Ctrl or
 * Cmd keeps it on one axis.
 */
export class TokenDrag {
  readonly #band: Band;
  readonly #area: GraphArea;
  readonly #rangeDb: number;
  readonly #frequency: Gesture;
  readonly #gain: Gesture;
  readonly #startHz: number;
  readonly #startDb: number;
  readonly #startX: number;
  readonly #startY: number;
  #x: number;
  #y: number;
  #lastX: number;
  #lastY: number;
  #axis: "x" | "y" | undefined;

  /** @param band - moves what it is linked with, too. @param at - where the pointer went down. */
  constructor(band: Band, area: GraphArea, rangeDb: number, at: { readonly clientX: number; readonly clientY: number }) {
    this.#band = band;
    this.#area = area;
    this.#rangeDb = rangeDb;
    this.#frequency = new Gesture(band.frequency);
    this.#gain = new Gesture(band.gain);
    this.#startHz = band.frequency.get();
    this.#startDb = band.gain.get();
    const values = { type: band.type.get(), frequency: this.#startHz, gain: this.#startDb };
    const place = tokenPlace(values, area.width, area.height, rangeDb);
    this.#x = this.#startX = place.x;
    this.#y = this.#startY = place.y;
    this.#lastX = at.clientX;
    this.#lastY = at.clientY;
  }

  move(hand: Hand): void {
    const { width, height } = this.#area;
    const speed = hand.shiftKey ? FINE : 1;
    this.#x = Math.min(width, Math.max(0, this.#x + (hand.clientX - this.#lastX) * speed));
    this.#y = Math.min(height, Math.max(0, this.#y + (hand.clientY - this.#lastY) * speed));
    this.#lastX = hand.clientX;
    this.#lastY = hand.clientY;
    const axis = hand.ctrlKey || hand.metaKey ? this.#chooseAxis() : undefined;
    const from = placeValues(this.#startX, this.#startY, width, height, this.#rangeDb);
    const to = placeValues(axis === "y" ? this.#startX : this.#x, axis === "x" ? this.#startY : this.#y, width, height, this.#rangeDb);
    const { frequency, gain, type } = this.#band;
    this.#frequency.set(toNumber(frequency.spec, this.#startHz * (to.hz / from.hz)));
    if (!hasGain(type.get())) return;
    // Tenths, as they are shown; what is finer can be typed.
    const gainDb = to.gainDb === from.gainDb ? this.#startDb : Math.round((this.#startDb + to.gainDb - from.gainDb) * 10) / 10;
    this.#gain.set(toNumber(gain.spec, gainDb));
  }

  end(): void {
    this.#frequency.end();
    this.#gain.end();
  }

  /** Puts everything back to where the drag began. */
  cancel(): void {
    this.#frequency.cancel();
    this.#gain.cancel();
  }

  /** The axis along which the drag has gone further, once it is clear; it stays for as long as the drag is near its start. */
  #chooseAxis(): "x" | "y" | undefined {
    const dx = Math.abs(this.#x - this.#startX);
    const dy = Math.abs(this.#y - this.#startY);
    if (Math.max(dx, dy) >= AXIS_PIXELS) this.#axis ??= dx > dy ? "x" : "y";
    return this.#axis ?? (dx >= dy ? "x" : "y");
  }
}
