import type { SavedState } from "@headroom/sdk";
import type { SettingName } from "./insert-state.js";

const MOST_KEPT = 64;

/**
 * What inserts saved as they left the session: undo may bring them back with what the session had before.
 * `@mainThread`
 */
export class DepartedStates {
  readonly #states = new Map<string, { readonly setting: SettingName; readonly state: SavedState }>();

  keep(insertId: string, setting: SettingName, state: SavedState): void {
    this.#states.delete(insertId);
    this.#states.set(insertId, { setting, state });
    const [oldest] = this.#states.keys();
    if (this.#states.size > MOST_KEPT && oldest !== undefined) this.#states.delete(oldest);
  }

  /** What an insert that comes back saved last, once. */
  take(insertId: string, setting: SettingName): SavedState | undefined {
    const kept = this.#states.get(insertId);
    this.#states.delete(insertId);
    return kept?.setting === setting ? kept.state : undefined;
  }
}
