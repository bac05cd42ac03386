import type { Clip, Session, Strip } from "@headroom/session";
import { MASTER_ID } from "@headroom/session/limits";
import type { HostingMode } from "../shared/terms.js";
import type { ClipPlan, InsertsPlan, RenderPlan, Step, StripLatency } from "./plan.js";
import { sortStrips, targets } from "./routing.js";

export interface CompileOptions {
  readonly sampleRate: number;
  readonly hosting: HostingMode;
  /** Frames that an isolated segment is read late. */
  readonly hop: number;
  /** Latency in frames of each insert that is ready to process; others are left out. */
  readonly ready: ReadonlyMap<string, number>;
  /** Row of each strip in the shared tables. */
  readonly rows: ReadonlyMap<string, number>;
  /** Node input of the channels that have one. */
  readonly inputs?: ReadonlyMap<string, number>;
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
  const steps: Step[] = order.filter(({ kind }) => kind !== "channel").map(({ id }) => ({ op: "clear", strip: id }));
  for (const strip of order) {
    const { id } = strip;
    if (strip.kind === "channel") {
      const clips = strip.clips.map((clip) => planClip(clip, options.sampleRate));
      steps.push({ op: "source", strip: id, input: options.inputs?.get(id) ?? -1, clips, delayFrames: latency[id]?.input ?? 0 });
    }
    steps.push({ op: "input", strip: id }, { op: "inserts", strip: id, plan: planInserts(strip, options) });
    for (const { insert } of keys.filter(({ source }) => source === id)) {
      steps.push({ op: "sidechain", from: id, insert, delayFrames: (insertDelay[insert] ?? 0) - (latency[id]?.output ?? 0) });
    }
    steps.push({ op: "fader", strip: id });
    for (const to of targets(session, strip)) {
      const delayFrames = (latency[to]?.input ?? 0) - (latency[id]?.output ?? 0);
      steps.push({ op: "route", from: id, to, delayFrames });
    }
  }
  steps.push({ op: "output", strip: MASTER_ID });
  return {
    sampleRate: options.sampleRate,
    steps,
    rows: Object.fromEntries(order.map(({ id }) => [id, options.rows.get(id) ?? -1])),
    latency,
    insertDelay,
    latencyFrames: latency[MASTER_ID]?.output ?? 0,
  };
}

/** Latency at every strip: its input waits for the latest of its feeders, and of what its inserts hear. */
function compensate(session: Session, order: readonly Strip[], options: CompileOptions): Record<string, StripLatency> {
  const latency: Record<string, StripLatency> = {};
  const waiting = new Map<string, number>();
  for (const strip of order) {
    const fed = waiting.get(strip.id) ?? 0;
    const input = sidechainsOf(session, strip, options).reduce((most, { source, before }) => Math.max(most, (latency[source]?.output ?? 0) - before), fed);
    const plan = planInserts(strip, options);
    const output = input + (plan.mode === "none" ? 0 : plan.latencyFrames);
    latency[strip.id] = { input, output };
    for (const to of targets(session, strip)) waiting.set(to, Math.max(waiting.get(to) ?? 0, output));
  }
  return latency;
}

/** The inserts of a strip that process, with the frames that those before them take. */
function readyInserts(strip: Strip, { ready }: CompileOptions): { readonly id: string; readonly before: number; readonly sidechain: string | undefined }[] {
  let before = 0;
  return strip.inserts.flatMap((insert) => {
    const latency = insert ? ready.get(insert.id) : undefined;
    if (!insert || latency === undefined) return [];
    const entry = { id: insert.id, before, sidechain: insert.sidechain };
    before += latency;
    return [entry];
  });
}

/** The sidechains that a strip's inserts hear. */
function sidechainsOf(session: Session, strip: Strip, options: CompileOptions): { readonly insert: string; readonly before: number; readonly source: string }[] {
  return readyInserts(strip, options).flatMap(({ id, before, sidechain }) =>
    sidechain !== undefined && Object.hasOwn(session.strips, sidechain) ? [{ insert: id, before, source: sidechain }] : [],
  );
}

function planInserts(strip: Strip, { hosting, hop, ready }: CompileOptions): InsertsPlan {
  // A filled slot keeps its strip's delay while its insert loads or recovers: nothing moves when it joins.
  if (strip.inserts.every((insert) => insert === null)) return { mode: "none" };
  const inserts = strip.inserts.flatMap((insert) => (insert && ready.has(insert.id) ? [insert.id] : []));
  const latencyFrames = inserts.reduce((sum, id) => sum + (ready.get(id) ?? 0), 0);
  return hosting === "inline"
    ? { mode: "inline", inserts, latencyFrames }
    : { mode: "segment", inserts, hop, latencyFrames: latencyFrames + hop };
}

function planClip(clip: Clip, sampleRate: number): ClipPlan {
  return {
    audio: clip.audio,
    start: Math.round(clip.startSeconds * sampleRate),
    offset: Math.round(clip.offsetSeconds * sampleRate),
    length: Math.round(clip.lengthSeconds * sampleRate),
    gain: clip.gainDb === 0 ? 1 : 10 ** (clip.gainDb / 20),
  };
}
