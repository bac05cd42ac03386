import type { Runtime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { soloCount } from "./solo-state.js";

/** Ends all solos; where there are none it is no step. */
export function clearSolo({ document }: Pick<Runtime, "document">): void {
  if (soloCount(document.snapshot()) > 0) attempt(() => document.strips.clearSolo());
}

/** Solos one strip and ends all other solos, as one step. */
export function soloAlone({ document }: Pick<Runtime, "document">, stripId: string): void {
  const name = document.snapshot().strips[stripId]?.name ?? stripId;
  attempt(() =>
    document.edit(`Solo ${name} alone`, () => {
      document.strips.clearSolo();
      document.strips.set(stripId, { solo: true });
    }),
  );
}
