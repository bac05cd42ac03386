import type { SessionSummary } from "@headroom/session";
import { useCallback, useEffect, useState } from "react";
import { useRuntime } from "../app/runtime.js";

interface SessionList {
  readonly kept: readonly SessionSummary[];
  readonly deleted: readonly SessionSummary[];
}

/** The sessions of this browser as they are when this is first drawn, and a function that looks again. */
export function useSessionList(): readonly [SessionList | undefined, () => Promise<void>] {
  const { sessions, document } = useRuntime();
  const [list, setList] = useState<SessionList>();
  const look = useCallback(async () => {
    if (!sessions) return;
    const { store, opened } = sessions;
    // What cannot be saved has been said.
    await opened.saved().catch(() => undefined);
    const [kept, deleted] = await Promise.all([store.list(), store.discarded()]);
    setList({ kept, deleted });
  }, [sessions]);
  useEffect(() => {
    void look();
  }, [look, document]);
  return [list, look];
}
