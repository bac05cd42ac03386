import type { Session } from "@headroom/session";
import { FADER_FLOOR_DB } from "@headroom/session/limits";

/** What all the VCAs above a strip say together. */
export interface VcaSum {
  /** Their faders added; the floor where one is closed. */
  readonly faderDb: number;
  readonly mute: boolean;
  readonly solo: boolean;
}

const NONE: VcaSum = { faderDb: 0, mute: false, solo: false };

/** Ids of the strips that a VCA holds, itself or by others. */
export function stripsBelow({ vcas, strips }: Pick<Session, "vcas" | "strips">, vcaId: string): Set<string> {
  const seen = new Set([vcaId]);
  const below = new Set<string>();
  // A set that grows while it is walked gives what was added too.
  for (const id of seen) {
    for (const member of (Object.hasOwn(vcas, id) ? vcas[id]?.members : undefined) ?? []) {
      if (Object.hasOwn(strips, member)) below.add(member);
      else seen.add(member);
    }
  }
  return below;
}

/** The sum for each strip that belongs to a VCA; each VCA counts once for a strip, by whatever ways it holds it. */
export function vcaSums({ vcas, strips }: Pick<Session, "vcas" | "strips">): ReadonlyMap<string, VcaSum> {
  const above = new Map<string, Set<string>>();
  for (const id of Object.keys(vcas)) {
    for (const strip of stripsBelow({ vcas, strips }, id)) above.set(strip, (above.get(strip) ?? new Set()).add(id));
  }
  const sumOf = (ids: ReadonlySet<string>): VcaSum =>
    [...ids].flatMap((id) => vcas[id] ?? []).reduce<VcaSum>((sum, { faderDb, mute, solo }) => ({
      faderDb: Math.min(sum.faderDb, faderDb) <= FADER_FLOOR_DB ? FADER_FLOOR_DB : Math.max(FADER_FLOOR_DB, sum.faderDb + faderDb),
      mute: sum.mute || mute,
      solo: sum.solo || solo,
    }), NONE);
  return new Map([...above].map(([strip, ids]) => [strip, sumOf(ids)]));
}
