import type { ParameterSpecs, ValuesOf } from "../params/spec.js";
import type { ReadoutSpecs } from "../readouts/spec.js";
import type { View } from "../view/view.js";
import type { ExtensionId } from "./extensions.js";
import type { PrepareContext, Processor } from "./processor.js";
import type { StateSpec } from "./saved-state.js";

/** What plugins are for; a host sorts its list by these. */
export const FEATURES = ["utility", "eq", "filter", "dynamics", "distortion", "delay", "reverb", "modulation", "pitch", "analyzer"] as const;
/** One of {@link FEATURES}. */
export type Feature = (typeof FEATURES)[number];

/** How many channels a port has: one or two. */
export type ChannelLayout = "mono" | "stereo";

/** A named set of values; parameters that it leaves out take their defaults. */
export interface Preset<Params extends ParameterSpecs> {
  /** What people see, 1 to 100 letters, each once in a plugin. */
  readonly name: string;
  /** By parameter id. */
  readonly values: Partial<ValuesOf<Params>>;
}

/** A plugin's audio ports. */
export interface PluginPorts {
  /**
   * Layouts of input and output, best first; `["stereo"]` where nothing is stated. A host that mixes in stereo gives one
   * that takes mono alone the middle of both sides, and its output to both.
   */
  readonly main: readonly ChannelLayout[];
  /** Layouts of what it hears beside its input; none without a sidechain. */
  readonly sidechain?: readonly ChannelLayout[];
}

/** What a view's module exports. */
export interface ViewModule<Params extends ParameterSpecs, Readouts extends ReadoutSpecs> {
  /** The view. */
  readonly default: View<Params, Readouts>;
}

/** A plugin, stated once: parameters, readouts, DSP and view all derive from this. */
export interface PluginDefinition<Params extends ParameterSpecs = ParameterSpecs, Readouts extends ReadoutSpecs = ReadoutSpecs> {
  /** Reverse domain name, stable for ever: "com.acme.gain". */
  readonly id: string;
  /** What people see. */
  readonly name: string;
  /** Who makes it. */
  readonly vendor: string;
  /** Semantic version. */
  readonly version: string;
  /** What it is for, at least one: a host sorts and finds it by these. */
  readonly features: readonly Feature[];
  /** Layouts that it takes, best first. With a `sidechain`, `process` gets what it hears beside its input. Main: stereo. */
  readonly io?: PluginPorts;
  /** Parameter id → statement. */
  readonly params: Params;
  /** Readout id → statement. */
  readonly readouts: Readouts;
  /** The form of what `save` gives. Parameters are not in it: the host saves them. */
  readonly state?: StateSpec;
  /** What of the host the processor asks for with `PrepareContext.extension`. */
  readonly extensions?: readonly ExtensionId[];
  /** Factory presets, in the order in which people see them. */
  readonly presets?: readonly Preset<NoInfer<Params>>[];
  /** Makes the DSP. Runs where it is used, `@audioThread` or a plugin worker. May allocate; where it throws, the insert shows the reason. */
  processor(context: PrepareContext<NoInfer<Params>>): Processor<NoInfer<Params>, NoInfer<Readouts>>;
  /** Loads the UI; without one the host draws controls from `params`. `@mainThread` */
  readonly view?: () => Promise<ViewModule<NoInfer<Params>, NoInfer<Readouts>>>;
}

/**
 * States a plugin. All ids, value types and ranges are inferred from `params` and `readouts`.
 * The statement is checked when a host loads it ({@link checkDescriptor}), not here, so that a wrong one is
 * reported to the person who loads it. `@anyThread`
 */
export function definePlugin<const Params extends ParameterSpecs, const Readouts extends ReadoutSpecs = Record<never, never>>(
  definition: Omit<PluginDefinition<Params, Readouts>, "readouts"> & { readonly readouts?: Readouts },
): PluginDefinition<Params, Readouts> {
  return { ...definition, readouts: definition.readouts ?? ({} as Readouts) };
}
