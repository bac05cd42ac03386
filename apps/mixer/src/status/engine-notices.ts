import type { MixerEngine } from "@headroom/engine";
import { notify } from "./notices.js";

/**
 * Says what the engine has to say. What it mends by itself is for the status line; that an insert was stopped is said over
 * the mixer, for as long as it stands. `@mainThread`
 */
export function tellEngineNotices(engine: Pick<MixerEngine, "onNotice" | "subscribe" | "insertStatus">): void {
  /** What takes an insert's message away. */
  const standing = new Map<string, () => void>();
  engine.onNotice(({ severity, text, insertId }) => {
    const recant = notify(severity, text, severity === "error" ? "message" : "line");
    if (severity !== "error" || insertId === undefined) return;
    standing.get(insertId)?.();
    standing.set(insertId, recant);
  });
  engine.subscribe(() => {
    for (const [insertId, recant] of standing) {
      const state = engine.insertStatus(insertId)?.state;
      if (state !== undefined && state !== "running") continue;
      recant();
      standing.delete(insertId);
    }
  });
}
