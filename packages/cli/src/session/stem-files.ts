import { MASTER_ID, type Session } from "@headroom/session";
import { UsageError } from "../command-line/command.js";

/**
 * The strips that get a file each, with its name. @param chosen - names or ids; none: those that feed the master, which
 * together are the mix before it. @throws UsageError
 */
export function stemFiles(session: Session, chosen: readonly string[]): { readonly strip: string; readonly name: string }[] {
  const strips = session.order.flatMap((id) => session.strips[id] ?? []);
  const wanted = chosen.length === 0 ? strips.filter(({ output }) => output === MASTER_ID) : chosen.map((name) => {
    const found = strips.find((strip) => strip.id === name) ?? strips.find((strip) => strip.name.toLowerCase() === name.toLowerCase());
    if (!found) throw new UsageError(`There is no strip "${name}"; there is ${strips.map((strip) => strip.name || strip.id).join(", ")}.`);
    return found;
  });
  const taken = new Set<string>();
  return wanted.map(({ id, name }) => ({ strip: id, name: unique(fileName(name || id), taken) }));
}

/** A name that every system takes. */
function fileName(name: string): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, " ").replaceAll(/^[. ]+|[. ]+$/g, "").slice(0, 100);
  return plain || "Strip";
}

function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name} ${n}`;
  taken.add(free.toLowerCase());
  return `${free}.wav`;
}
