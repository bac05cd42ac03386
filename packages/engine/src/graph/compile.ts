import type { Session, Strip } from "@headroom/session";
import { MASTER_ID } from "@headroom/session/limits";
import { chainsOf, planChain } from "./chains.js";
import { planClips } from "./clips.js";
import { compensate, latencyAt, offsetFrames, readyInserts, sidechainsOf, type CompensationOptions } from "./compensation.js";
import { soloedStrips } from "./heard.js";
import { planLanes } from "./lanes.js";
import type { RenderPlan, Step, StripLatency } from "./plan.js";
import { sortStrips, waysOf } from "./routing.js";

export interface CompileOptions extends CompensationOptions {
  /** Row of each strip in the shared tables. */
  readonly rows: ReadonlyMap<string, number>;
  /** Row of each send in the shared tables. */
  readonly sendRows: ReadonlyMap<string, number>;
  /** Node input of the channels that have one. */
  readonly inputs?: ReadonlyMap<string, number>;
  /** Whether someone listens: with monitor and cue, which are no part of the mix. */
  readonly monitored?: boolean;
}

/**
 * Turns a session into the list of steps that renders one quantum, with every path delayed so that all that
 * meets is aligned to the frame. Pure. Throws `RoutingCycleError`.
 */
export function compile(session: Session, options: CompileOptions): RenderPlan {
  const order = sortStrips(session);
  const keys = order.flatMap((strip) => sidechainsOf(session, strip, options));
  const latency = compensate(session, order, options);
  const insertDelay = Object.fromEntries(
    order.flatMap((strip) => readyInserts(strip, options).map(({ id, before }) => [id, (latency[strip.id]?.input ?? 0) + before])),
  );
  const songDelay = Object.fromEntries(
    order.flatMap((strip) => readyInserts(strip, options).map(({ id }) => [id, Math.max(0, (insertDelay[id] ?? 0) + offsetFrames(strip, options.sampleRate))])),
  );
  const cue = options.monitored === true ? planCue(session, latency) : undefined;
  const steps: Step[] = order.filter(({ kind }) => kind !== "channel").map(({ id }) => ({ op: "clear", strip: id }));
  for (const strip of order) {
    const { id } = strip;
    const [before, after] = chainsOf(strip);
    if (strip.kind === "channel") steps.push(planSource(strip, latency, options));
    steps.push({ op: "input", strip: id }, { op: "inserts", strip: id, chain: before.id, afterFader: false, plan: planChain(before, options) });
    for (const { insert } of keys.filter(({ source }) => source === id)) {
      steps.push({ op: "sidechain", from: id, insert, delayFrames: (insertDelay[insert] ?? 0) - (latency[id]?.preFader ?? 0) });
    }
    const ways = planWays(session, strip, latency, options);
    const cueWays = cue?.ways.filter(({ from }) => from === id) ?? [];
    steps.push(...[...ways, ...cueWays].filter(({ beforeFader }) => beforeFader), { op: "fader", strip: id });
    if (after.inserts.some((insert) => insert)) {
      steps.push({ op: "inserts", strip: id, chain: after.id, afterFader: true, plan: planChain(after, options) });
    }
    steps.push(...[...ways, ...cueWays].filter(({ beforeFader }) => !beforeFader));
  }
  steps.push({ op: "output", strip: MASTER_ID });
  if (options.monitored === true) steps.push({ op: "monitor", cue: cue !== undefined });
  return {
    sampleRate: options.sampleRate,
    steps,
    rows: Object.fromEntries(order.map(({ id }) => [id, options.rows.get(id) ?? -1])),
    latency,
    offsets: Object.fromEntries(order.map((strip) => [strip.id, offsetFrames(strip, options.sampleRate)])),
    lanes: planLanes(session, order, latency, options.sampleRate),
    insertDelay,
    songDelay,
    latencyFrames: latency[MASTER_ID]?.output ?? 0,
  };
}

function planSource(strip: Strip, latency: Readonly<Record<string, StripLatency>>, options: CompileOptions): Step {
  const { id } = strip;
  const clips = planClips(strip.clips, options.sampleRate);
  const delayFrames = (latency[id]?.input ?? 0) + offsetFrames(strip, options.sampleRate);
  return { op: "source", strip: id, input: options.inputs?.get(id) ?? -1, clips, delayFrames };
}

type RouteStep = Extract<Step, { op: "route" }>;

/** The ways out of a strip. A strip that is to be later or earlier is fed so. */
function planWays(session: Session, strip: Strip, latency: Readonly<Record<string, StripLatency>>, options: CompileOptions): RouteStep[] {
  return waysOf(session, strip).flatMap((way) => {
    const target = session.strips[way.to];
    const from = latency[strip.id];
    const to = latency[way.to];
    if (!target || !from || !to) return [];
    const delayFrames = to.input + offsetFrames(target, options.sampleRate) - latencyAt(from, way);
    const send = way.send === undefined ? {} : { send: way.send, row: options.sendRows.get(way.send) ?? -1 };
    return [{ op: "route", from: strip.id, to: way.to, beforeFader: way.beforeFader, delayFrames, ...send }];
  });
}

/** What is heard instead of the master: the soloed strips before or after their faders, side by side. */
function planCue(session: Session, latency: Readonly<Record<string, StripLatency>>): { readonly ways: RouteStep[] } | undefined {
  const { listen } = session.solo;
  const soloed = listen === "in place" ? [] : [...soloedStrips(session)];
  if (soloed.length === 0) return undefined;
  const beforeFader = listen === "pre fader";
  const taps = soloed.flatMap((from) => (latency[from] ? [{ from, at: latencyAt(latency[from], { beforeFader }) }] : []));
  const last = Math.max(latency[MASTER_ID]?.output ?? 0, ...taps.map(({ at }) => at));
  return { ways: taps.map(({ from, at }) => ({ op: "route", from, to: null, beforeFader, delayFrames: last - at })) };
}
