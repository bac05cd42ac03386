import type { ParameterSpecs, ReadoutSpecs, Unit } from "@headroom/sdk";
import { readoutLength } from "@headroom/sdk";
import type { ParameterHandle, ReadoutHandle, Theme, ViewHost } from "@headroom/sdk/view";
import type { MemoryEvents } from "../parameter/memoryHandle.js";
import { createMemoryHandle } from "../parameter/memoryHandle.js";

/** Units whose zero is loud: they start at silence. */
const LEVELS: ReadonlySet<Unit> = new Set<Unit>(["dB", "dBFS", "dBTP", "LUFS", "VU"]);

/** Decibels that are 0 while nothing happens. */
const ZERO_AT_REST: ReadonlySet<string> = new Set(["gainReduction", "responseCurve"]);

/** A view's host kept in memory, with what a test or a demo needs to play the host's part. */
export interface MemoryHost<Params extends ParameterSpecs, Readouts extends ReadoutSpecs> {
  readonly host: ViewHost<Params, Readouts>;
  /** The numbers that each readout reads: write them here. */
  readonly levels: { readonly [Id in keyof Readouts]: Float32Array };
  /** How many observers each readout has. */
  readonly observers: { readonly [Id in keyof Readouts]: number };
  setTheme(theme: Theme): void;
}

/**
 * A host for a view outside a mixer: parameters start at their defaults, levels at silence, other readouts at 0.
 * @param plugin - a plugin's parameters and readouts, such as its definition.
 * @param events - told of every gesture, with the parameter's id.
 */
export function createMemoryHost<Params extends ParameterSpecs, Readouts extends ReadoutSpecs>(
  plugin: { readonly params: Params; readonly readouts: Readouts },
  events: (id: string) => MemoryEvents = () => ({}),
  theme: Theme = "dark",
): MemoryHost<Params, Readouts> {
  const listeners = new Set<(theme: Theme) => void>();
  const params: Record<string, ParameterHandle> = {};
  for (const [id, spec] of Object.entries(plugin.params)) params[id] = createMemoryHandle(id, spec, events(id));
  const levels: Record<string, Float32Array> = {};
  const observers: Record<string, number> = {};
  const readouts: Record<string, ReadoutHandle> = {};
  for (const [id, spec] of Object.entries(plugin.readouts)) {
    const numbers = (levels[id] = new Float32Array(readoutLength(spec)).fill(LEVELS.has(spec.unit) && !ZERO_AT_REST.has(spec.kind) ? -Infinity : 0));
    observers[id] = 0;
    readouts[id] = { read: () => numbers, observe: () => observe(observers, id) };
  }
  let current = theme;
  const host = {
    params,
    readouts,
    sampleRate: 48_000,
    get theme() {
      return current;
    },
    subscribeTheme(listener: (theme: Theme) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return {
    // Made from the same ids just above, which the compiler cannot follow.
    host: host as unknown as ViewHost<Params, Readouts>,
    levels: levels as MemoryHost<Params, Readouts>["levels"],
    observers: observers as MemoryHost<Params, Readouts>["observers"],
    setTheme(next) {
      current = next;
      for (const listener of [...listeners]) listener(next);
    },
  };
}

function observe(observers: Record<string, number>, id: string): () => void {
  observers[id] = (observers[id] ?? 0) + 1;
  let isObserving = true;
  return () => {
    if (isObserving) observers[id] = (observers[id] ?? 0) - 1;
    isObserving = false;
  };
}
