import type { ControlChange } from "./midi-message.js";

/** Controllers below are the coarse half of a pair; the fine half is 32 above (MIDI 1.0, table III). */
const COARSE_CONTROLLERS = 32;
/** Highest value of 14 bits. */
const MOST_14 = 16_383;

/** Puts the two halves of 14-bit controllers together. A coarse half begins anew with 0 as its fine half. */
export class FineControllers {
  readonly #coarse = new Map<string, number>();

  /**
   * @param port - the device's id.
   * @returns the controller of the pair and its position, 0…1; `undefined` for what is no half of a pair, or a fine half without its coarse one.
   */
  take(port: string, { channel, controller, value }: ControlChange): { readonly controller: number; readonly position: number } | undefined {
    const isFine = controller >= COARSE_CONTROLLERS && controller < 2 * COARSE_CONTROLLERS;
    if (controller >= 2 * COARSE_CONTROLLERS) return undefined;
    const pair = isFine ? controller - COARSE_CONTROLLERS : controller;
    const key = `${port} ${channel} ${pair}`;
    if (!isFine) this.#coarse.set(key, value);
    const coarse = this.#coarse.get(key);
    return coarse === undefined ? undefined : { controller: pair, position: ((coarse << 7) | (isFine ? value : 0)) / MOST_14 };
  }
}
