import { describe as describePlugin, type PluginDefinition } from "@headroom/sdk";
import { InsertGroup, insertOrders, wireRender, type RenderJob } from "@headroom/engine/offline";
import { createSession, createStrip, MASTER_ID, type Session, type Strip } from "@headroom/session";
import type { AnalysisDetail, SessionAnalysis } from "./analysis.js";
import { analyzeRender } from "./measure/analyze-render.js";

export const RATE = 48_000;

/** A channel's audio, and what is set on it. */
export interface Part {
  readonly audio: readonly Float32Array[];
  readonly strip?: Partial<Strip>;
}

/** A session of channels that play from the start, and its audio. */
export function sessionOf(parts: Readonly<Record<string, Part>>, fields: Partial<Session> = {}, master: Partial<Strip> = {}): { session: Session; audio: Map<string, readonly Float32Array[]> } {
  const entries = Object.entries(parts);
  const strips = entries.map(([id, { audio, strip }]) => {
    const frames = audio[0]?.length ?? 0;
    const clips = frames === 0 ? [] : [{ id, audio: id, startSeconds: 0, offsetSeconds: 0, lengthSeconds: frames / RATE, gainDb: 0 }];
    return createStrip("channel", { id, name: id, clips, ...strip });
  });
  const session = createSession({
    strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID, ...master }), ...Object.fromEntries(strips.map((strip) => [strip.id, strip])) },
    order: entries.map(([id]) => id),
    ...fields,
  });
  return { session, audio: new Map(entries.map(([id, { audio }]) => [id, audio])) };
}

/** Analyses a session in this thread, its plugins too. */
export function analyze(session: Session, audio: ReadonlyMap<string, readonly Float32Array[]>, options: { seconds: number; detail?: AnalysisDetail; plugins?: readonly PluginDefinition[]; startSeconds?: number }): SessionAnalysis {
  const { job, groups } = prepare(session, audio, options);
  const outcome = analyzeRender(session, job, {
    ...(options.detail && { detail: options.detail }),
    // Nobody else fills the rings here: the groups run where the renderer would wait.
    failed: () => {
      for (const group of groups) group.process();
      return undefined;
    },
  });
  if ("type" in outcome) throw new Error(outcome.type);
  return outcome;
}

function prepare(session: Session, audio: ReadonlyMap<string, readonly Float32Array[]>, { seconds, plugins = [], startSeconds = 0 }: Parameters<typeof analyze>[2]): { job: RenderJob; groups: InsertGroup[] } {
  const orders = insertOrders(session, new Map(plugins.map((plugin) => [plugin.id, describePlugin(plugin)])), session.sampleRate, startSeconds, () => undefined);
  const byPlugin = plugins.map((plugin) => ({ plugin, group: new InsertGroup(plugin) }));
  for (const { plugin, group } of byPlugin) for (const order of orders) if (order.plugin === plugin.id) group.add(order);
  const { job, wirings } = wireRender(session, orders, new Map(), { startSeconds, endSeconds: startSeconds + seconds, tailSeconds: 0 }, []);
  for (const { group } of byPlugin) for (const [id, wiring] of wirings) group.wire(id, wiring);
  return { job: { ...job, audio }, groups: byPlugin.map(({ group }) => group) };
}
