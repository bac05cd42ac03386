import { InsertGroup } from "@headroom/engine/offline";
import { describe, type PluginDefinition } from "@headroom/sdk";
import type { GroupRealmApi, GroupReply, GroupRequest } from "./group-realm-api.js";

/** A port as it is in the realm. */
interface Port {
  onmessage: ((event: { readonly data: GroupRequest }) => void) | null;
  postMessage(reply: GroupReply): void;
  start(): void;
}

let plugin: PluginDefinition | undefined;
let group: InsertGroup | undefined;

function loaded(): PluginDefinition {
  if (plugin === undefined) throw new Error("No plugin is loaded.");
  return plugin;
}

function answer(request: GroupRequest): GroupReply {
  const id = request.ask === "add" ? request.order.id : request.id;
  try {
    if (request.ask === "add") group?.add(request.order);
    else group?.wire(request.id, request.wiring);
    return { id };
  } catch (error) {
    return { id, fault: error instanceof Error ? `it threw “${error.message.slice(0, 300)}”` : "it threw something that is no error" };
  }
}

export const realm: GroupRealmApi = {
  load(module) {
    plugin = (module as { readonly default?: PluginDefinition }).default;
    if (plugin === undefined) throw new TypeError("It has no default export; export default definePlugin({ … }).");
    group = new InsertGroup(plugin);
  },
  descriptor: () => describe(loaded()),
  listen(moved) {
    const port = moved as Port;
    port.onmessage = ({ data }) => port.postMessage(answer(data));
    // Here nothing starts it by itself.
    port.start();
  },
  process: () => group?.process() ?? 0,
};
