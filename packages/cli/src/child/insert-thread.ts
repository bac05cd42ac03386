import { MessageChannel, parentPort, workerData, type MessagePort } from "node:worker_threads";
import { Bell, type InsertOrder, type Wiring } from "@headroom/engine/offline";
import type { GroupRealmApi, GroupReply, GroupRequest } from "../realm/group-realm-api.js";
import { PluginRealm } from "./plugin-realm.js";
import { reasonOf } from "./reason-of.js";

/** Longest sleep without work, in milliseconds. */
const SLEEP_MS = 50;

/** What a thread for inserts starts with. */
export interface InsertThreadData {
  /** Code of `group-realm-entry.ts`. */
  readonly entry: string;
  /** By plugin id. */
  readonly bundles: ReadonlyMap<string, string>;
  readonly orders: readonly InsertOrder[];
  /** On which it sleeps. */
  readonly bell: SharedArrayBuffer;
  /** Int32, not 0 to end. */
  readonly stop: SharedArrayBuffer;
}

/** What a thread says once its inserts are made. */
export type InsertThreadReply = { readonly made: true } | { readonly fault: string };

/** One plugin's realm: a plugin never shares one with another. */
interface Group {
  readonly api: GroupRealmApi;
  ask(request: GroupRequest): Promise<GroupReply>;
}

const data = workerData as InsertThreadData;
const parent = parentPort;
const groups = new Map<string, Group>();

async function createGroup(id: string): Promise<Group> {
  const realm = await PluginRealm.create<GroupRealmApi>(data.entry);
  await realm.load(data.bundles.get(id) ?? "", id);
  const { port1, port2 } = new MessageChannel();
  realm.api.listen(realm.adopt(port2));
  return { api: realm.api, ask: (request) => ask(port1, request) };
}

function ask(port: MessagePort, request: GroupRequest): Promise<GroupReply> {
  return new Promise((resolve) => {
    port.once("message", resolve);
    port.postMessage(request);
  });
}

async function make(): Promise<InsertThreadReply> {
  for (const order of data.orders) {
    const group = groups.get(order.plugin) ?? (await createGroup(order.plugin));
    groups.set(order.plugin, group);
    const { fault } = await group.ask({ ask: "add", order });
    if (fault !== undefined) return { fault: `${order.title} could not be started: ${fault}.` };
  }
  return { made: true };
}

/** Processes what there is until the render ends. Nothing else happens in this thread meanwhile. */
function run(): void {
  const bell = new Bell(data.bell);
  const stop = new Int32Array(data.stop);
  const all = [...groups.values()];
  while (Atomics.load(stop, 0) === 0) {
    const ticket = bell.ticket();
    let done = 0;
    for (const { api } of all) done += api.process();
    if (done === 0) bell.sleep(ticket, SLEEP_MS);
  }
  process.exit();
}

async function wire(wirings: ReadonlyMap<string, Wiring>): Promise<void> {
  for (const { id, plugin } of data.orders) {
    const wiring = wirings.get(id);
    if (wiring) await groups.get(plugin)?.ask({ ask: "wire", id, wiring });
  }
  run();
}

parent?.on("message", (wirings: ReadonlyMap<string, Wiring>) => void wire(wirings));
make().then(
  (reply) => parent?.postMessage(reply),
  (error: unknown) => parent?.postMessage({ fault: reasonOf(error) }),
);
