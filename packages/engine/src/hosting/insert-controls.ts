import { parameterName, toNumber, type ParameterSpec, type ParameterSpecs } from "@headroom/sdk";
import type { Insert, LaneTarget } from "@headroom/session";
import type { InsertStart } from "../render/insert-runner.js";
import type { EventQueue } from "../shared/event-queue.js";
import { holdTarget, InsertTarget } from "../shared/insert-memory.js";
import { InsertParameters, type CorrectionLog } from "./insert-parameters.js";
import { PendingEvents } from "./pending-events.js";

/** What an insert starts with, as far as it was set from outside. */
export type InsertSettings = Pick<InsertStart, "params" | "bypass" | "mix">;

/**
 * All that is set on an insert from outside: parameters, bypass, mix. It is kept over
 * restarts; while a processor runs, changes go to it as events. `@mainThread`
 */
export class InsertControls {
  readonly #parameters: InsertParameters;
  readonly #specs: ParameterSpecs;
  readonly #title: () => string;
  readonly #corrections: CorrectionLog;
  readonly #pending = new PendingEvents();
  #insert: Insert;
  #bypass: boolean;
  #mix: number;

  /** @param title - of the insert, for people: "Parametric EQ on Bass". */
  constructor(insert: Insert, specs: ParameterSpecs, title: () => string, corrections: CorrectionLog) {
    this.#insert = insert;
    this.#specs = specs;
    this.#title = title;
    this.#corrections = corrections;
    this.#parameters = new InsertParameters(specs, insert.params, title, corrections);
    this.#bypass = insert.bypass;
    this.#mix = insert.mix;
  }

  /** For a processor that starts now. */
  settings(): InsertSettings {
    return { params: [...this.#parameters.numbers], bypass: this.#bypass, mix: this.#mix };
  }

  /** Sends events to a processor from now on, first what changed since it was given its settings. */
  attach(queue: EventQueue, given: InsertSettings): void {
    this.#pending.attach(queue);
    // Sent again, a number can only be equal.
    this.#parameters.numbers.forEach((number, index) => {
      if (number !== given.params[index]) this.#pending.push(0, index, number, -1);
    });
    if (this.#bypass !== given.bypass) this.#pending.push(0, InsertTarget.bypass, this.#bypass ? 1 : 0, 0);
    if (this.#mix !== given.mix) this.#pending.push(0, InsertTarget.mix, this.#mix, 0);
  }

  /** The processor is gone; the next one starts with {@link settings}. */
  detach(): void {
    this.#pending.attach(undefined);
  }

  /** Follows the session. Only what differs is sent. */
  update(insert: Insert): void {
    const before = this.#insert;
    this.#insert = insert;
    // From session to session, not from what is live: another edit must not take back what a hand holds.
    for (const id of this.#parameters.changedIds(before.params, insert.params)) {
      if (!isBypass(this.#specs[id])) this.setParameter(id, insert.params[id], 0);
    }
    if (insert.bypass !== before.bypass) this.setControl("bypass", insert.bypass ? 1 : 0, 0);
    if (insert.mix !== before.mix) this.setControl("mix", insert.mix, 0);
  }

  /** @param value - one that is left out is the default; one that the parameter does not take is corrected and told. */
  setParameter(id: string, value: unknown, atFrame: number): void {
    const spec = Object.hasOwn(this.#specs, id) ? this.#specs[id] : undefined;
    if (spec && isBypass(spec)) {
      this.setControl("bypass", toNumber(spec, value), atFrame);
      return;
    }
    if (atFrame > 0 && spec?.automatable === false) {
      this.#tellUnmoved(id, spec);
      return;
    }
    const taken = this.#parameters.set(id, value);
    if (taken && (taken.differs || atFrame > 0)) this.#pending.push(atFrame, taken.index, taken.number, -1);
  }

  setControl(control: "bypass" | "mix", value: number, atFrame: number): void {
    if (control === "bypass") {
      const bypass = value >= 0.5;
      if (bypass === this.#bypass) return;
      this.#bypass = bypass;
    } else {
      const mix = Math.min(1, Math.max(0, value)) || 0;
      if (mix === this.#mix) return;
      this.#mix = mix;
    }
    this.#pending.push(atFrame, InsertTarget[control], value, 0);
  }

  /** A hand takes a target (a parameter's id, bypass or mix) or lets it go: its lane waits meanwhile. */
  hold(target: LaneTarget, held: boolean): void {
    const index = this.#targetOf(target);
    if (index !== undefined) this.#pending.push(0, holdTarget(index), held ? 1 : 0, 0);
  }

  #targetOf(target: LaneTarget): number | undefined {
    if (target.kind === "insert") return InsertTarget[target.control];
    if (target.kind === "strip") return undefined;
    const index = Object.keys(this.#specs).indexOf(target.parameter);
    return isBypass(this.#specs[target.parameter]) ? InsertTarget.bypass : index >= 0 ? index : undefined;
  }

  /** Fades to dry before the chain changes around it, without touching the bypass that the session states. */
  fadeOut(): void {
    this.#pending.push(0, InsertTarget.away, 1, 0);
  }

  /** Undoes {@link fadeOut}. */
  fadeIn(): void {
    this.#pending.push(0, InsertTarget.away, 0, 0);
  }

  /** @param frames - from the sources to the insert's input, from engine frame `atFrame` on. */
  setDelay(frames: number, atFrame: number): void {
    this.#pending.push(atFrame, InsertTarget.delay, frames, 0);
  }

  #tellUnmoved(id: string, spec: ParameterSpec): void {
    const key = `automation of ${id}`;
    if (this.#corrections.told.has(key)) return;
    this.#corrections.told.add(key);
    this.#corrections.say(`${parameterName(id, spec)} of ${this.#title()} cannot be automated, so it stays where it is; its plugin states it so.`);
  }

  /** Sends what waited because the queue was full. Called a few times a second. */
  flush(): void {
    this.#pending.flush();
  }
}

/** Whether a parameter is the plugin's own bypass: the insert's bypass is its value, whatever else is stored. */
function isBypass(spec: ParameterSpec | undefined): boolean {
  return spec?.kind === "toggle" && spec.bypass === true;
}
