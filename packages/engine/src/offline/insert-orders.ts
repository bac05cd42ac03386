import type { PluginDescriptor } from "@headroom/sdk";
import type { Session } from "@headroom/session";
import { BLOCK_FRAMES } from "../bounce/job.js";
import { insertLanes } from "../graph/lanes.js";
import { allStrips } from "../graph/routing.js";
import { InsertControls } from "../hosting/insert-controls.js";
import type { InsertStart } from "../render/insert-runner.js";
import { allocateInsertMemory } from "../shared/insert-memory.js";
import { allocateTimeline } from "../shared/timeline.js";

/** One insert of an offline render, before it is made. Plain data and shared memory. */
export interface InsertOrder {
  readonly id: string;
  readonly plugin: string;
  readonly strip: string;
  /** Name for people: "Parametric EQ on Bass". */
  readonly title: string;
  readonly memory: ArrayBufferLike;
  readonly start: InsertStart;
}

/**
 * The inserts of a session whose plugins are known, in the order of the strips, with what is set on them.
 * @param startSeconds - of the song, where the render begins.
 * @param warn - takes one sentence for each value that its parameter does not take, and for each lane that moves nothing.
 */
export function insertOrders(session: Session, plugins: ReadonlyMap<string, PluginDescriptor>, sampleRate: number, startSeconds: number, warn: (sentence: string) => void): InsertOrder[] {
  return allStrips(session).flatMap((strip) =>
    strip.inserts.flatMap((insert) => {
      const plugin = insert ? plugins.get(insert.plugin) : undefined;
      if (!insert || !plugin) return [];
      const title = `${plugin.name} on ${strip.name || strip.id}`;
      const controls = new InsertControls(insert, plugin.params, () => title, { told: new Set(), say: warn });
      const lanes = insertLanes(session, insert.id, plugin.params, sampleRate, (_, text) => {
        warn(`Automation of ${title} is kept but moves nothing: ${text}.`);
      });
      const song = { timeline: allocateTimeline(true), lanes, songFrame: Math.round(startSeconds * sampleRate) };
      const state = insert.state ? { state: insert.state } : {};
      const start = { ...controls.settings(), ...song, ...state, fadeIn: false, sampleRate, offline: true, blockFrames: BLOCK_FRAMES };
      return [{ id: insert.id, plugin: insert.plugin, strip: strip.id, title, memory: allocateInsertMemory(plugin.readouts, true), start }];
    }),
  );
}
