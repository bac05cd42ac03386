import type { MixerEngine } from "@headroom/engine";
import { fromNumber, toNumber, type ParameterSpec } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { laneKey, type LaneScale, type LaneTarget, MASTER_ID, type SessionDocument } from "@headroom/session";
import type { Automation } from "../automation/automation.js";
import { laneScaleOf } from "../automation/lane-scale.js";
import { attempt } from "../session/attempt.js";
import { findInsert, placedInserts } from "../session/find-insert.js";
import { findSend, placedSends } from "../session/find-send.js";
import type { Observable } from "../state/observable.js";
import { Hand } from "./hand.js";
import { LiveHandle, type LiveTarget } from "./live-handle.js";
import { INSERT_MIX, MONITOR_LEVEL, SEND_CONTROLS, STRIP_CONTROLS, type SendControlName, type StripControlForm, type StripControlName } from "./strip-controls.js";

/** The controls of all strips, sends, VCAs and inserts. Whoever asks for the same control gets the same handle. */
export class ControlHandles {
  /** By the strip, send, VCA or insert that they belong to, then by name. */
  readonly #handles = new Map<string, Map<string, LiveHandle<ParameterSpec>>>();
  readonly #hand = new Hand();
  /** Whether lanes moved anything when controls were last shown: once more, and they are back. */
  #followed = false;

  constructor(
    private readonly document: SessionDocument,
    private readonly engine: Observable<MixerEngine | undefined>,
    private readonly automation?: Automation,
  ) {
    document.subscribe(() => this.#forget());
  }

  /** Shows where lanes have their controls: called once a frame. */
  follow(): void {
    if (!this.automation?.active && !this.#followed) return;
    this.#followed = this.automation?.active ?? false;
    for (const handles of this.#handles.values()) for (const handle of handles.values()) handle.follow();
  }

  /** A continuous control of a strip. */
  strip(stripId: string, control: StripControlName): ParameterHandle<number> {
    const { document, engine } = this;
    const { spec, scale, read, write, heard }: StripControlForm = STRIP_CONTROLS[control];
    const strip = () => document.snapshot().strips[stripId];
    return this.#handle(stripId, control, control, spec, {
      stored: () => mapped(strip(), (found) => scale * read(found)) ?? spec.default,
      hear: (number) => engine.value?.setStripControl(stripId, heard, number / scale),
      store: (number, together) => mapped(strip(), (found) => this.#linked(spec, together, () => document.strips.set(stripId, write(number / scale, found)))),
      ...this.#lane({ kind: "strip", strip: stripId, control }, scale, undefined, () => mapped(strip(), read) ?? spec.default / scale),
    }) as ParameterHandle<number>;
  }

  /** The level or pan of a send. */
  send(sendId: string, control: SendControlName): ParameterHandle<number> {
    const { document, engine } = this;
    const { spec, scale } = SEND_CONTROLS[control];
    return this.#handle(sendId, control, control, spec, {
      stored: () => mapped(findSend(document.snapshot(), sendId), ({ send }) => scale * send[control]) ?? spec.default,
      hear: (number) => engine.value?.setSendControl(sendId, control, number / scale),
      store: (number) => document.sends.set(sendId, { [control]: number / scale }),
    }) as ParameterHandle<number>;
  }

  /** The fader of a VCA. */
  vca(vcaId: string): ParameterHandle<number> {
    const { document, engine } = this;
    const { spec } = STRIP_CONTROLS.faderDb;
    return this.#handle(vcaId, "faderDb", "faderDb", spec, {
      stored: () => document.snapshot().vcas[vcaId]?.faderDb ?? spec.default,
      hear: (number) => engine.value?.setVcaFader(vcaId, number),
      store: (faderDb, together) => this.#linked(spec, together, () => document.vcas.set(vcaId, { faderDb })),
    }) as ParameterHandle<number>;
  }

  /** The monitor's level. */
  monitorLevel(): ParameterHandle<number> {
    const { document, engine } = this;
    return this.#handle(MASTER_ID, "/monitor", "monitor", MONITOR_LEVEL, {
      stored: () => document.snapshot().monitor.levelDb,
      hear: (number) => engine.value?.setMonitorControl("levelDb", number),
      store: (levelDb) => document.song.setMonitor({ levelDb }),
    }) as ParameterHandle<number>;
  }

  /** The share of an insert's processed signal, in percent. */
  mix(insertId: string): ParameterHandle<number> {
    const { document, engine } = this;
    return this.#handle(insertId, "/mix", "mix", INSERT_MIX, {
      stored: () => 100 * (findInsert(document.snapshot(), insertId)?.insert.mix ?? 1),
      hear: (number) => engine.value?.setInsertControl(insertId, "mix", number / 100),
      store: (number) => document.inserts.setMix(insertId, number / 100),
      ...this.#lane({ kind: "insert", insert: insertId, control: "mix" }, 100, undefined, () => findInsert(document.snapshot(), insertId)?.insert.mix ?? 1),
    }) as ParameterHandle<number>;
  }

  /** A parameter of an insert's plugin. */
  parameter(insertId: string, parameterId: string, spec: ParameterSpec): ParameterHandle {
    const { document, engine } = this;
    if (spec.kind === "toggle" && spec.bypass) {
      // The plugin's own bypass is the insert's.
      return this.#handle(insertId, "/bypass", parameterId, spec, {
        stored: () => (findInsert(document.snapshot(), insertId)?.insert.bypass ? 1 : 0),
        hear: (number) => engine.value?.setInsertControl(insertId, "bypass", number),
        store: (number) => document.inserts.setBypass(insertId, number >= 0.5),
        ...this.#lane({ kind: "insert", insert: insertId, control: "bypass" }, 1, undefined, () => (findInsert(document.snapshot(), insertId)?.insert.bypass ? 1 : 0)),
      });
    }
    const stored = () => toNumber(spec, findInsert(document.snapshot(), insertId)?.insert.params[parameterId]);
    return this.#handle(insertId, parameterId, parameterId, spec, {
      stored,
      ...(spec.automatable !== false && this.#lane({ kind: "parameter", insert: insertId, parameter: parameterId }, 1, laneScaleOf(spec), stored)),
      hear: (number) => engine.value?.setParameter(insertId, parameterId, number),
      store: (number, together) => {
        const value = fromNumber(spec, number);
        if (together === undefined) document.inserts.setParam(insertId, parameterId, value);
        else document.inserts.setParams(insertId, { [parameterId]: value }, together);
      },
    });
  }

  /** What a control belongs to, and its name there; `undefined` for one that is not of these. */
  placeOf(handle: ParameterHandle): { readonly owner: string; readonly control: string } | undefined {
    for (const [owner, handles] of this.#handles) {
      for (const [control, known] of handles) if (known === handle) return { owner, control };
    }
    return undefined;
  }

  /** What several selected strips store at the end of one gesture is one step. */
  #linked(spec: ParameterSpec, together: string | undefined, store: () => void): void {
    if (together === undefined) store();
    else this.document.edit(`Change ${(spec.label ?? "").toLowerCase()} of the selected strips`, store, { joins: together });
  }

  /**
   * What a lane does with a control, where it is known.
   *
   * @param scale - the control's number for each unit of the lane.
   * @param base - where the control stands without a lane, in the lane's unit.
   */
  #lane(target: LaneTarget, scale: number, laneScale: LaneScale | undefined, base: () => number): Pick<LiveTarget, "moved" | "take"> {
    const { automation } = this;
    if (!automation) return {};
    const key = laneKey(target);
    return {
      moved: () => mapped(automation.moved(key, laneScale), (value) => scale * value),
      take: () => {
        const { move, release } = automation.take(target, laneScale, base());
        return { move: (number) => move(number / scale), release };
      },
    };
  }

  #handle(owner: string, name: string, id: string, spec: ParameterSpec, target: Omit<LiveTarget, "subscribe">): ParameterHandle {
    const handles = this.#handles.get(owner) ?? new Map<string, LiveHandle<ParameterSpec>>();
    this.#handles.set(owner, handles);
    const known = handles.get(name);
    if (known?.spec === spec) return known;
    const handle = new LiveHandle(id, spec, {
      ...target,
      store: (number, together) => attempt(() => target.store(number, together)),
      subscribe: this.document.subscribe,
    }, this.#hand);
    handles.set(name, handle);
    return handle;
  }

  /** Lets go of the handles of what is gone; undo brings it back with new ones. */
  #forget(): void {
    const session = this.document.snapshot();
    const inserts = placedInserts(session);
    const sends = placedSends(session);
    const isThere = (owner: string) => inserts.has(owner) || sends.has(owner) || Object.hasOwn(session.strips, owner) || Object.hasOwn(session.vcas, owner);
    for (const owner of this.#handles.keys()) if (!isThere(owner)) this.#handles.delete(owner);
  }
}

function mapped<From, To>(value: From | undefined, to: (value: From) => To): To | undefined {
  return value === undefined ? undefined : to(value);
}
