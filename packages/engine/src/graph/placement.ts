import type { HostingMode, Session } from "@headroom/session";
import { chainsOf } from "./chains.js";
import { allStrips } from "./routing.js";

/** Where an insert runs. */
export interface Placement {
  readonly mode: HostingMode;
  /** What was asked for, by the insert, the session or the engine. */
  readonly asked: HostingMode;
  /** Inserts of the same group share a worker; `undefined`: a worker of its own, or none. */
  readonly group: string | undefined;
}

export interface PlacementOptions {
  /** Where inserts run if neither they nor the session say. */
  readonly fallback: HostingMode;
  /** Whether memory can be shared. Where not, all run inline: there is nothing else. */
  readonly shared: boolean;
  /** Whether a plugin's code may run beside other code than its own; `undefined` where the plugin is not known. */
  readonly isTrusted: (plugin: string) => boolean | undefined;
}

/** Of the inserts that share their plugin's worker. */
export function pluginGroup(plugin: string): string {
  return `plugin ${plugin}`;
}

/**
 * Where each insert of a session runs. Pure.
 *
 * - A plugin that is not trusted never shares a realm with other code than its own: asked to run inline or with its
 *   channel, it has a worker of its own.
 * - A chain has one hop or none. Where one of its inserts runs in a worker the chain waits for it anyway, so those that
 *   were to run inline run in workers of their own too.
 */
export function placeInserts(session: Session, { fallback, shared, isTrusted }: PlacementOptions): Map<string, Placement> {
  const places = new Map<string, Placement>();
  for (const strip of allStrips(session)) {
    for (const { inserts } of chainsOf(strip)) {
      const chain = inserts.flatMap((insert) => {
        if (!insert) return [];
        const asked = insert.hosting ?? session.hosting ?? fallback;
        const alone = isTrusted(insert.plugin) === false && (asked === "inline" || asked === "per channel");
        return [{ insert, asked, mode: alone ? "isolated" : asked }];
      });
      const inline = chain.every(({ mode }) => mode === "inline");
      for (const { insert, asked, mode } of chain) {
        const taken = !shared ? "inline" : mode === "inline" && !inline ? "isolated" : mode;
        const group = taken === "per channel" ? `channel ${strip.id}` : taken === "per plugin" ? pluginGroup(insert.plugin) : undefined;
        places.set(insert.id, { mode: taken, asked, group });
      }
    }
  }
  return places;
}
