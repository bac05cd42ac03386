import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Reply, Request } from "../plugin/protocol.js";
import { PluginRealm } from "./plugin-realm.js";
import { reasonOf } from "./reason-of.js";
import { renderFile } from "./render-file.js";
import { runChecks } from "./run-checks.js";

/** The process that a plugin runs in. It may read its own two scripts and the files of one order, and do little else. */
const ENTRY = "realm-entry.js";
const realmEntry = readFileSync(fileURLToPath(new URL(ENTRY, import.meta.url)), "utf8");

let realm: PluginRealm | undefined;

const say = (reply: Reply) => process.send?.(reply);

async function answer(request: Request): Promise<Reply> {
  switch (request.ask) {
    case "load":
      realm = await PluginRealm.create(realmEntry);
      await realm.load(request.bundle, request.name);
      return { say: "loaded", descriptor: structuredClone(realm.api.descriptor()) };
    case "render":
      if (realm === undefined) throw new Error("No plugin is loaded.");
      return { say: "rendered", result: renderFile(realm, request.order, (done) => say({ say: "progress", done })) };
    case "session":
    case "mix check":
      throw new Error("A session has a process of its own.");
    case "check":
      await runChecks(request, await PluginRealm.create(realmEntry), say);
      return { say: "done" };
  }
}

process.on("message", (request: Request) => {
  answer(request).then(say, (error: unknown) => say({ say: "failed", message: reasonOf(error) }));
});
say({ say: "ready" });
