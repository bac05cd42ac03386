import { formatParameter } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { useCallback, useSyncExternalStore } from "react";

/** A parameter as a component shows it. */
export interface ParameterSnapshot {
  /** Its number: itself, an option's index, 1 or 0. */
  readonly number: number;
  /** Its value as text with its unit. */
  readonly text: string;
}

/**
 * A parameter's value, rendering again with every change. For text and choices; what moves with a drag
 * draws itself through {@link useSlider} instead.
 */
export function useParameter(handle: ParameterHandle): ParameterSnapshot {
  const subscribe = useCallback((listener: () => void) => handle.subscribe(listener), [handle]);
  const number = useSyncExternalStore(subscribe, () => handle.number(), () => handle.number());
  return { number, text: formatParameter(handle.spec, number) };
}
