import type { InsertState } from "@headroom/engine";
import { useCallback, useSyncExternalStore } from "react";
import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";

/** An insert's state and what is wrong with it; the component renders again only when one of them changes. */
export function useInsertStatus(insertId: string): { readonly state: InsertState; readonly reason: string | undefined } | undefined {
  const runtime = useRuntime();
  const engine = useObservable(runtime.engine);
  const subscribe = useCallback((listener: () => void) => engine?.subscribe(listener) ?? (() => undefined), [engine]);
  const state = useSyncExternalStore(subscribe, () => engine?.insertStatus(insertId)?.state);
  const reason = useSyncExternalStore(subscribe, () => engine?.insertStatus(insertId)?.reason);
  return state && { state, reason };
}
