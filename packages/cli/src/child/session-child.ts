import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Reply, Request } from "../plugin/protocol.js";
import { reasonOf } from "./reason-of.js";
import { checkSession, renderSession } from "./render-session.js";

/** The process that a session is rendered in, with its plugins in realms on threads of their own. */
const ENTRY = "group-realm-entry.js";
const entry = readFileSync(fileURLToPath(new URL(ENTRY, import.meta.url)), "utf8");

const say = (reply: Reply) => process.send?.(reply);

const fail = (error: unknown) => say({ say: "failed", message: reasonOf(error) });

process.on("message", (request: Request) => {
  if (request.ask === "mix check") {
    checkSession(request.order, entry, (done) => say({ say: "progress", done })).then((result) => say({ say: "mix checked", result }), fail);
    return;
  }
  if (request.ask !== "session") return;
  renderSession(request.order, entry, (done) => say({ say: "progress", done })).then((result) => say({ say: "mixed", result }), fail);
});
say({ say: "ready" });
