import type { PluginDescriptor } from "@headroom/sdk";
import type { Reply, Request } from "../plugin/protocol.js";
import { fail, type Check, type Finding } from "../validate/check.js";
import { CHECKS, LOAD_CHECK } from "../validate/checks.js";
import { Subject } from "../validate/subject.js";
import type { PluginRealm } from "./plugin-realm.js";
import { reasonOf } from "./reason-of.js";

/** Runs checks one after the other over a plugin that is loaded for it, and tells of each before and after. */
export async function runChecks({ bundle, name, checks, watch }: Extract<Request, { ask: "check" }>, realm: PluginRealm, say: (reply: Reply) => void): Promise<void> {
  say({ say: "checking", id: LOAD_CHECK });
  if (watch) realm.api.watch();
  const before = process.cpuUsage();
  try {
    await realm.load(bundle, name);
  } catch (error) {
    say({ say: "checked", id: LOAD_CHECK, finding: fail(`The bundle does not run in the sandbox: ${reasonOf(error)}. A plugin is one module that exports definePlugin({ … }) by default and uses the language alone.`) });
    return;
  }
  const { user, system } = process.cpuUsage(before);
  const subject = new Subject({ realm, descriptor: descriptorOf(realm), bundle: { code: bundle, name }, loadMs: (user + system) / 1000 }, () => say({ say: "alive" }));
  const unsound = new Set<string>();
  for (const id of checks) {
    const check = CHECKS.find((each) => each.id === id);
    if (check === undefined) continue;
    if (check.needs.some((needed) => unsound.has(needed))) {
      // Whoever asked knows why there is no answer.
      unsound.add(id);
      continue;
    }
    say({ say: "checking", id });
    const finding = await look(check, subject);
    if (finding.status === "fail" || finding.status === "skip") unsound.add(id);
    say({ say: "checked", id, finding });
  }
}

async function look(check: Check, subject: Subject): Promise<Finding> {
  try {
    const { status, message } = await check.run(subject);
    return { status, message };
  } catch (error) {
    return fail(`It threw “${reasonOf(error)}”; nothing that a host calls may throw.`);
  }
}

/** The descriptor as far as it is plain data: `contract.plain` says what is wrong with the rest. */
function descriptorOf(realm: PluginRealm): PluginDescriptor {
  const descriptor = realm.api.descriptor();
  try {
    return structuredClone(descriptor) as PluginDescriptor;
  } catch {
    return JSON.parse(JSON.stringify(descriptor)) as PluginDescriptor;
  }
}
