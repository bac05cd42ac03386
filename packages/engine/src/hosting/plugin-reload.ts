import type { SavedState } from "@headroom/sdk";
import type { InsertHost } from "./insert-host.js";
import type { LoadedWorker } from "./loaded-worker.js";
import type { PlanSender } from "./plan-sender.js";

const SAVE_MS = 300;

export interface ReloadSurroundings {
  /** The hosts that play, by insert. */
  readonly inserts: Map<string, InsertHost>;
  /** Makes a host for an insert with the plugin as it is known now; `undefined` when the insert is gone. @param loaded - a worker that it may use. */
  readonly create: (insertId: string, state: SavedState | undefined, loaded: LoadedWorker | undefined) => InsertHost | undefined;
  /** Fades a host, takes it out of its chain with the next plan, and ends it. */
  readonly leave: (insert: InsertHost) => void;
  /** See {@link PlanSender.succeed}. */
  readonly succeed: PlanSender["succeed"];
  /** Resolves when no plan is on its way. */
  readonly settled: () => Promise<void>;
  readonly notice: (text: string, insertId: string) => void;
}

/**
 * Puts a plugin's new bundle into inserts that play: the new processor starts beside the old one, with its parameters
 * and its data; when it is ready both change places at one quantum, faded through the dry signal. One that does
 * not start leaves the old one where it is. `@mainThread`
 */
export class PluginReload {
  readonly #around: ReloadSurroundings;
  /** What starts now, by insert: changes of controls go to both until one of them plays. */
  readonly #next = new Map<string, InsertHost>();

  constructor(around: ReloadSurroundings) {
    this.#around = around;
  }

  /** The host that is about to take an insert's place. */
  next(insertId: string): InsertHost | undefined {
    return this.#next.get(insertId);
  }

  /** @param loaded - a worker that has loaded the new bundle: one insert starts sooner with it. @returns when the new processor plays, or does not start. */
  async replace(old: InsertHost, loaded?: LoadedWorker): Promise<void> {
    const { inserts, create, leave, settled, notice } = this.#around;
    const { id } = old;
    // What does not answer keeps what it saved last.
    await Promise.race([old.state.save(), new Promise((resolve) => setTimeout(resolve, SAVE_MS))]);
    const now = inserts.get(id);
    // Another bundle took its place meanwhile; this one is newer.
    if (now && now !== old) return this.replace(now, loaded);
    if (!now) return;
    const made = create(id, old.state.latest, loaded);
    if (!made) return;
    // A bundle that came while another was on its way is the one that counts.
    this.#next.get(id)?.dispose();
    this.#next.set(id, made);
    await made.started;
    if (this.#next.get(id) !== made) return;
    this.#next.delete(id);
    if (inserts.get(id) !== old) {
      made.dispose();
      return;
    }
    if (!made.ready) {
      const { reason } = made.status();
      made.dispose();
      notice(`The new version of ${old.title} is not used: ${reason ?? "it did not start."} The one before plays on.`, id);
      return;
    }
    inserts.set(id, made);
    leave(old);
    await settled();
  }

  /**
   * Brings inserts to where they should run now, all of them at one quantum. Where one does not start there, all stay.
   * @returns when they play there, or stay.
   */
  async move(olds: readonly InsertHost[]): Promise<void> {
    const { inserts, create, succeed, settled, notice } = this.#around;
    await Promise.race([Promise.all(olds.map((old) => old.state.save())), new Promise((resolve) => setTimeout(resolve, SAVE_MS))]);
    const pairs = olds.flatMap((old) => {
      const made = inserts.get(old.id) === old ? create(old.id, old.state.latest, undefined) : undefined;
      return made ? [{ old, made }] : [];
    });
    for (const { old, made } of pairs) {
      this.#next.get(old.id)?.dispose();
      this.#next.set(old.id, made);
    }
    await Promise.all(pairs.map(({ made }) => made.started));
    const current = pairs.filter(({ old, made }) => this.#next.get(old.id) === made);
    const failed = current.find(({ old, made }) => old.ready && !made.ready);
    if (failed) notice(`${failed.old.title} could not be started where it was to run: ${failed.made.status().reason ?? "it did not start."} It stays where it is.`, failed.old.id);
    const there = current.filter(({ old }) => !failed && inserts.get(old.id) === old);
    for (const { old, made } of current) {
      if (there.some((pair) => pair.made === made)) continue;
      this.#next.delete(old.id);
      made.dispose();
    }
    if (there.length === 0) return;
    succeed(there.map(({ old, made }) => ({ old, heir: made })), () => {
      for (const { old, made } of there) if (this.#next.get(old.id) === made) this.#next.delete(old.id);
    });
    await settled();
  }
}
