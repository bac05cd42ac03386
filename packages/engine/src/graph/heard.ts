import type { Session, Strip } from "@headroom/session";
import { MASTER_ID } from "@headroom/session/limits";
import { allStrips, exists, sortStrips } from "./routing.js";
import { vcaSums, type VcaSum } from "./vca-groups.js";

/** What mute and solo leave open. */
export interface Heard {
  /** Ids of the strips that are heard. */
  readonly strips: ReadonlySet<string>;
  /** Ids of the strips whose output is open. */
  readonly outputs: ReadonlySet<string>;
  /** Ids of the sends that are open. */
  readonly sends: ReadonlySet<string>;
}

/** Ids of the strips that are soloed, by themselves or by a VCA. The master cannot be. */
export function soloedStrips(session: Session, sums: ReadonlyMap<string, VcaSum> = vcaSums(session)): Set<string> {
  return new Set(allStrips(session).flatMap(({ id, kind, solo }) => (kind !== "master" && (solo || sums.get(id)?.solo === true) ? [id] : [])));
}

/**
 * By solo in place what passes through a soloed strip, or one that is solo safe, is heard and nothing else: the way
 * from it to the master always, what it sends to and what feeds it as the session's solo mode says. Mute wins over
 * solo, and silences the strip's sends before the fader too.
 */
export function heard(session: Session): Heard {
  const sums = vcaSums(session);
  const strips = sortStrips(session);
  const soloed = session.solo.listen === "in place" ? soloedStrips(session, sums) : new Set<string>();
  const muted = new Set(strips.flatMap(({ id, mute }) => (mute || sums.get(id)?.mute === true ? [id] : [])));
  const { isOn, isOpen } = soloed.size > 0 ? soloInPlace(session, strips, soloed) : { isOn: () => true, isOpen: () => true };
  return {
    strips: new Set(strips.flatMap(({ id }) => (isOn(id) && !muted.has(id) ? [id] : []))),
    outputs: new Set(strips.flatMap(({ id, output }) => (output === null || isOpen(id, output, false) ? [id] : []))),
    sends: new Set(strips.flatMap(({ id, sends }) => sends.flatMap((send) => (!send.mute && !muted.has(id) && isOpen(id, send.to, true) ? [send.id] : [])))),
  };
}

function soloInPlace(session: Session, order: readonly Strip[], soloed: ReadonlySet<string>) {
  const { sources, sends } = session.solo;
  const after = new Set([...soloed, ...order.flatMap(({ id, soloSafe }) => (soloSafe ? [id] : []))]);
  for (const { id, output, sends: ways } of order) {
    if (!after.has(id)) continue;
    if (output !== null && exists(session, output)) after.add(output);
    if (sends) for (const { to } of ways) if (exists(session, to)) after.add(to);
  }
  const before = new Set(soloed);
  if (sources) {
    for (const { id, output, sends: ways } of order.toReversed()) {
      if ((output !== null && before.has(output)) || ways.some(({ to }) => before.has(to))) before.add(id);
    }
  }
  return {
    isOn: (id: string) => id === MASTER_ID || after.has(id) || before.has(id),
    isOpen: (from: string, to: string, isSend: boolean) => (after.has(from) && (!isSend || sends)) || before.has(to),
  };
}
