import { useSyncExternalStore } from "react";

const query = () => matchMedia("(prefers-reduced-motion: reduce)");

function subscribe(listener: () => void): () => void {
  const list = query();
  list.addEventListener("change", listener);
  return () => list.removeEventListener("change", listener);
}

/** Whether the person asks for little motion. */
export function useReducedMotion(): boolean {
  return useSyncExternalStore(subscribe, () => query().matches, () => false);
}
