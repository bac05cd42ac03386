import type { Runtime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { selectStrip } from "../strips/selection.js";
import { STRIP_COLORS } from "../strips/strip-colors.js";

/** Adds a VCA under the next free number and selects it. @param members - ids of strips and VCAs that it holds. */
export function addVca({ document }: Pick<Runtime, "document">, members: readonly string[] = []): void {
  const { vcas } = document.snapshot();
  const taken = new Set(Object.values(vcas).map(({ name }) => name));
  let number = 1;
  while (taken.has(`Group ${number}`)) number += 1;
  const color = STRIP_COLORS.at(-2 - (number % (STRIP_COLORS.length - 1)))?.color;
  attempt(() => selectStrip(document.vcas.add({ name: `Group ${number}`, members: [...members], ...(color === undefined ? {} : { color }) })));
}

/** Takes a strip or VCA into a VCA, or out of it. */
export function toggleMember({ document }: Pick<Runtime, "document">, vcaId: string, member: string): void {
  const isMember = document.snapshot().vcas[vcaId]?.members.includes(member) ?? false;
  attempt(() => (isMember ? document.vcas.leave(vcaId, member) : document.vcas.join(vcaId, member)));
}
