import { toNumber } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { BAND_PARAMETERS } from "./band.js";
import type { Band, BandHandles } from "./band.js";

/**
 * One handle for the same parameter of several bands. Within a gesture the others keep their distance from the first
 * (their ratio, on a logarithmic travel), as far as their ranges let them; a value set outside of one, typed for
 * instance, is set to all. Their gestures overlap: they are one step to undo.
 */
export function linkHandles<Value>(first: ParameterHandle<Value>, others: readonly ParameterHandle<Value>[]): ParameterHandle<Value> {
  if (others.length === 0) return first;
  const all = [first, ...others];
  let starts: readonly number[] | undefined;
  const setAll = (number: number) => {
    for (const handle of all) handle.begin();
    for (const handle of all) handle.setNumber(number);
    for (const handle of all) handle.end();
  };
  const setNumber = (number: number) => {
    if (!starts) return setAll(number);
    const reached = toNumber(first.spec, number);
    all.forEach((handle, n) => handle.setNumber(n === 0 ? reached : followed(handle, starts?.[n] ?? reached, starts?.[0] ?? reached, reached)));
  };
  return {
    id: first.id,
    spec: first.spec,
    get: () => first.get(),
    number: () => first.number(),
    begin() {
      starts = all.map((handle) => handle.number());
      for (const handle of all) handle.begin();
    },
    set: (value) => setNumber(toNumber(first.spec, value)),
    setNumber,
    end() {
      starts = undefined;
      for (const handle of all) handle.end();
    },
    subscribe: (listener) => first.subscribe(listener),
  };
}

/** Where one that began at `own` stands when the first has gone from `from` to `to`. */
function followed({ spec }: ParameterHandle, own: number, from: number, to: number): number {
  if (spec.kind === "toggle" || spec.kind === "choice" || spec.kind === "integer") return to;
  return spec.taper === "log" ? own * (to / from) : own + (to - from);
}

/** A band whose handles move those of other bands with them. */
export function linkBands(first: Band, others: readonly Band[]): Band {
  if (others.length === 0) return first;
  const handles = Object.fromEntries(
    BAND_PARAMETERS.map((name) => [name, linkHandles<unknown>(first[name], others.map((other) => other[name]))]),
  );
  // Made from the same names that the type is made from.
  return { ...first, ...(handles as unknown as BandHandles) };
}
