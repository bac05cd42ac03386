import { isSwitch, laneKey, type Lane, type LaneTarget, type Session, type Strip } from "@headroom/session";
import { toTravel, type ParameterSpec, type ParameterSpecs } from "@headroom/sdk";
import { controlIndex } from "../render/strip-state.js";
import { RAMP_FRAMES } from "../render/ramp.js";
import type { Control } from "../shared/engine-memory.js";
import { InsertTarget } from "../shared/insert-memory.js";
import type { InsertLane, LaneTable, StripLane } from "../shared/lane-table.js";
import { offsetFrames } from "./compensation.js";
import type { StripLanes, StripLatency } from "./plan.js";
import { flattenLane, type FlattenOptions } from "./flatten-lane.js";

/** Whether a lane moves its target while no hand is on it. */
export function drives(lane: Lane | undefined): lane is Lane {
  return lane !== undefined && lane.mode !== "manual" && lane.points.length > 0;
}

/** The strip control that a lane of it moves: a mute is what is taken from being audible. */
export function controlOf(target: Extract<LaneTarget, { kind: "strip" }>): Control {
  return target.control === "mute" ? "audible" : target.control;
}

/** Lanes that move a strip's controls. */
export function stripLanes({ lanes }: Session, stripId: string, sampleRate: number): StripLane[] {
  return Object.values(lanes).flatMap((lane) => {
    const { target } = lane;
    if (target.kind !== "strip" || target.strip !== stripId || !drives(lane)) return [];
    const map = target.control === "mute" ? (value: number) => 1 - value : (value: number) => value;
    const table = tableOf(lane, { sampleRate, rampFrames: RAMP_FRAMES, steps: isSwitch(target), map });
    return [{ control: controlIndex(controlOf(target)), table }];
  });
}

/** Lanes of all strips that have any, as a plan has them. */
export function planLanes(session: Session, order: readonly Strip[], latency: Readonly<Record<string, StripLatency>>, sampleRate: number): Record<string, StripLanes> {
  return Object.fromEntries(
    order.flatMap((strip) => {
      const lanes = stripLanes(session, strip.id, sampleRate);
      const offset = offsetFrames(strip, sampleRate);
      const { input = 0, preFader = 0 } = latency[strip.id] ?? {};
      return lanes.length > 0 ? [[strip.id, { lanes, inputDelay: Math.max(0, input + offset), faderDelay: Math.max(0, preFader + offset) }]] : [];
    }),
  );
}

/** Lanes that move an insert's parameters, bypass and mix. @param say - takes a sentence for each that moves nothing. */
export function insertLanes({ lanes }: Session, insertId: string, specs: ParameterSpecs, sampleRate: number, say: (key: string, text: string) => void): InsertLane[] {
  return Object.values(lanes).flatMap((lane): InsertLane[] => {
    const { target } = lane;
    if (target.kind === "strip" || target.insert !== insertId || !drives(lane)) return [];
    const unit = (value: number) => value;
    if (target.kind === "insert") {
      const steps = target.control === "bypass";
      const table = tableOf(lane, { sampleRate, rampFrames: steps ? 0 : RAMP_FRAMES, steps, map: unit });
      return [{ target: InsertTarget[target.control], table, rampFrames: RAMP_FRAMES }];
    }
    const spec = Object.hasOwn(specs, target.parameter) ? specs[target.parameter] : undefined;
    if (!spec || spec.automatable === false) {
      say(laneKey(target), spec ? `its plugin states that ${target.parameter} cannot be automated` : `its plugin has no parameter "${target.parameter}"`);
      return [];
    }
    const steps = spec.kind === "choice" || spec.kind === "toggle" || spec.kind === "integer";
    const rampFrames = "smoothMs" in spec && !steps ? Math.round((spec.smoothMs * sampleRate) / 1000) : 0;
    const map = steps ? unit : (value: number) => toTravel(spec, value);
    const table = tableOf(lane, { sampleRate, rampFrames, steps, map }, spec);
    const index = isOwnBypass(spec) ? InsertTarget.bypass : Object.keys(specs).indexOf(target.parameter);
    return [{ target: index, table, rampFrames, ...(!steps && { spec }) }];
  });
}

function isOwnBypass(spec: ParameterSpec): boolean {
  return spec.kind === "toggle" && spec.bypass === true;
}

interface Kept {
  readonly sampleRate: number;
  readonly spec: ParameterSpec | undefined;
  readonly table: LaneTable;
}

/** Tables of the lanes as they are: what did not change is the same object in the next session. */
const kept = new WeakMap<Lane, Kept>();

function tableOf(lane: Lane, options: FlattenOptions, spec?: ParameterSpec): LaneTable {
  const known = kept.get(lane);
  if (known?.sampleRate === options.sampleRate && known.spec === spec) return known.table;
  const shared = typeof SharedArrayBuffer !== "undefined" && (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated !== false;
  const table = flattenLane(lane.points, options, shared);
  kept.set(lane, { sampleRate: options.sampleRate, spec, table });
  return table;
}

/** The session as it is where mutes that a lane moves are left to it. */
export function withoutMovedMutes(session: Session): Session {
  const moved = Object.values(session.lanes).flatMap((lane) => (lane.target.kind === "strip" && lane.target.control === "mute" && drives(lane) ? [lane.target.strip] : []));
  const unmuted = moved.flatMap((id) => (session.strips[id]?.mute === true ? [[id, { ...session.strips[id], mute: false }] as const] : []));
  return unmuted.length > 0 ? { ...session, strips: { ...session.strips, ...Object.fromEntries(unmuted) } } : session;
}
