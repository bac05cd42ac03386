import type { InsertOrder, Wiring } from "@headroom/engine/offline";

/**
 * What the realm of a plugin in a session's render shows its thread. Messages to it come through a port that was moved into
 * the realm, so that the memory in them is made there: no object of the outside gets in.
 */
export interface GroupRealmApi {
  /** Takes a module's default export for the plugin. Throws where there is none. */
  load(module: object): void;
  /** The plugin's descriptor: an object of the realm, to be cloned before it is looked at. */
  descriptor(): unknown;
  /** Takes {@link GroupRequest}s from a port of the realm, and answers each with a {@link GroupReply}. */
  listen(port: object): void;
  /** Gives each insert its turn. @returns blocks that were processed. */
  process(): number;
}

export type GroupRequest =
  | { readonly ask: "add"; readonly order: InsertOrder }
  | { readonly ask: "wire"; readonly id: string; readonly wiring: Wiring };

/** With the reason where it failed. */
export interface GroupReply {
  readonly id: string;
  readonly fault?: string;
}
