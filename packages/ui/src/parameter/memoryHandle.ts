import { fromNumber, toNumber } from "@headroom/sdk";
import type { ParameterSpec, ValueOf } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";

/** What happens to a parameter that is kept in memory. */
export interface MemoryEvents {
  readonly onBegin?: () => void;
  readonly onSet?: (number: number) => void;
  readonly onEnd?: () => void;
}

/**
 * A parameter kept in memory: for controls of an application's own settings, for demos and for tests.
 * It starts at its default.
 */
export function createMemoryHandle<Spec extends ParameterSpec>(
  id: string,
  spec: Spec,
  events: MemoryEvents = {},
): ParameterHandle<ValueOf<Spec>> {
  const listeners = new Set<() => void>();
  let current = toNumber(spec, spec.default);
  const setNumber = (number: number) => {
    current = toNumber(spec, number);
    events.onSet?.(current);
    for (const listener of [...listeners]) listener();
  };
  return {
    id,
    spec,
    get: () => fromNumber(spec, current) as ValueOf<Spec>,
    number: () => current,
    begin: () => events.onBegin?.(),
    set: (value) => setNumber(toNumber(spec, value)),
    setNumber,
    end: () => events.onEnd?.(),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
