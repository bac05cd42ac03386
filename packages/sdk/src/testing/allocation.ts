import { toNumber } from "../params/number.js";
import type { ParameterSpecs } from "../params/spec.js";
import { fromTravel, toTravel } from "../params/taper.js";
import type { PluginDefinition } from "../plugin/define.js";
import type { ReadoutSpecs } from "../readouts/spec.js";
import { OfflineInstance, type InstanceOptions } from "./offline-instance.js";
import { sampleAllocations } from "./sample-allocations.js";
import { noise } from "./signals.js";

/** What one function allocates of one size. */
export interface Allocation {
  /** Name of the function, as the code has it: short where it was minified, empty where it has none. */
  readonly where: string;
  /** Bytes of one. */
  readonly bytes: number;
  /** How many for each call. */
  readonly perCall: number;
}

/** A header and 64 bits. Nothing else is as small. */
const BOXED_NUMBER_BYTES = 16;
const ROUNDS = 8;
const CALLS = 100;
const WARM_UP_CALLS = 500;
/** What comes less often belongs to the compiler, which also keeps what it needs to know. */
const LEAST_PER_CALL = 1 / 32;

/**
 * The objects (literals, arrays, closures, subarrays, texts) that a call allocates on the JavaScript heap once the compiler
 * has done its work: every allocation of 100 calls is recorded; of up to eight rounds, the one with the fewest counts.
 *
 * It sees what the call and all that it calls allocate. It does not see memory outside the heap other than by its object
 * (the samples of a Float32Array), what is allocated less than once in 32 calls, situations that the calls do not bring
 * about, and fractions for which V8 makes a box: whether it does depends on the compiler, and on being watched. Throws
 * outside Node, and where Node's permission model forbids its inspector. `@anyThread`
 */
export function allocationsOf(call: () => void): Allocation[] {
  const measured = { "headroom measured calls": () => repeat(call, CALLS) };
  let least: Allocation[] | undefined;
  for (let round = 0; round < ROUNDS && (least === undefined || least.length > 0); round++) {
    repeat(call, WARM_UP_CALLS);
    const found = sampleAllocations(measured["headroom measured calls"], "headroom measured calls")
      .map(({ where, bytes, count }) => ({ where, bytes, perCall: count / CALLS }))
      .filter(({ bytes, perCall }) => bytes !== BOXED_NUMBER_BYTES && perCall >= LEAST_PER_CALL);
    if (least === undefined || countOf(found) < countOf(least)) least = found;
  }
  return least ?? [];
}

function repeat(call: () => void, times: number): void {
  for (let i = 0; i < times; i++) call();
}

function countOf(allocations: readonly Allocation[]): number {
  return allocations.reduce((sum, { perCall }) => sum + perCall, 0);
}

/** What {@link processAllocations} plays. */
export interface AllocationOptions<Params extends ParameterSpecs> extends InstanceOptions<Params> {
  /** Move all numbers that can be automated, in every block. Default false. */
  readonly moving?: boolean;
}

/**
 * The objects that a plugin's `process` allocates a block, playing noise: none for one that keeps the contract. Limits:
 * {@link allocationsOf}. `@anyThread`
 */
export function processAllocations<Params extends ParameterSpecs, Readouts extends ReadoutSpecs>(
  plugin: PluginDefinition<Params, Readouts>,
  { moving = false, ...options }: AllocationOptions<Params> = {},
): Allocation[] {
  const instance = new OfflineInstance(plugin, options);
  const frames = options.maxFrames ?? 128;
  instance.input.forEach((channel, c) => channel.set(noise(frames, { seed: c + 1, levelDbfs: -12 })));
  for (const [id, spec] of Object.entries(plugin.params)) {
    if (!moving || !("taper" in spec) || spec.automatable === false) continue;
    const travel = toTravel(spec, toNumber(spec, spec.default));
    instance.glide(id, fromTravel(spec, travel > 0.5 ? travel - 0.5 : travel + 0.5), ROUNDS * (CALLS + WARM_UP_CALLS) * frames);
  }
  return allocationsOf(() => instance.process(frames));
}
