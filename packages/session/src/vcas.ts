import type { Session, Strip, Vca } from "./schema.js";

type Vcas = Readonly<Record<string, Pick<Vca, "members">>>;

/** The loop that taking `member` into the VCA `vcaId` would make: ids from `vcaId` back to it; `undefined` when there is none. */
export function vcaLoop(vcas: Vcas, vcaId: string, member: string): string[] | undefined {
  const seen = new Set<string>();
  let paths = [[vcaId, member]];
  while (paths.length > 0) {
    const longer: string[][] = [];
    for (const path of paths) {
      const at = path.at(-1) ?? "";
      if (at === vcaId) return path;
      if (seen.has(at)) continue;
      seen.add(at);
      for (const next of vcas[at]?.members ?? []) longer.push([...path, next]);
    }
    paths = longer;
  }
  return undefined;
}

/** VCAs as people read them: "Drums → All → Drums". */
export function vcasInWords(session: Pick<Session, "vcas">, path: readonly string[]): string {
  return path.map((id) => session.vcas[id]?.name || id).join(" → ");
}

/** Takes out, in place, members that are gone, and those that make a loop: the same ones for everyone who merges the same edits. */
export function setVcasStraight(vcas: Record<string, Vca>, strips: Readonly<Record<string, Strip>>): void {
  const sound: Record<string, { members: string[] }> = {};
  for (const id of Object.keys(vcas)) sound[id] = { members: [] };
  for (const id of Object.keys(vcas).sort()) {
    for (const member of vcas[id]?.members ?? []) {
      if ((vcas[member] || strips[member]) && !vcaLoop(sound, id, member)) sound[id]?.members.push(member);
    }
  }
  for (const vca of Object.values(vcas)) vca.members = sound[vca.id]?.members ?? [];
}
