import type { Session, Strip } from "@headroom/session";
import { useCallback, useSyncExternalStore } from "react";
import { useRuntime } from "../app/runtime.js";

/**
 * A part of the session; the component renders again only when that part is another object or value.
 * @param select - gives a part of the session, not a new object.
 */
export function useSession<Part>(select: (session: Session) => Part): Part {
  const { document } = useRuntime();
  const subscribe = useCallback((listener: () => void) => document.subscribe(listener), [document]);
  return useSyncExternalStore(subscribe, () => select(document.snapshot()));
}

/** One strip, or `undefined` once it is gone. */
export function useStrip(stripId: string): Strip | undefined {
  return useSession((session) => session.strips[stripId]);
}
