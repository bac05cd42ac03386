import type { ParameterSpecs, ValuesOf } from "../params/spec.js";
import type { ReadoutSpecs } from "../readouts/spec.js";
import type { View } from "../view/view.js";
import type { ExtensionId } from "./extensions.js";
import type { PrepareContext, Processor } from "./processor.js";
import type { StateSpec } from "./saved-state.js";

/** What plugins are for; a host sorts its list by these. */
export const FEATURES = ["utility", "eq", "filter", "dynamics", "distortion", "delay", "reverb", "modulation", "pitch", "analyzer"] as const;
export type Feature = (typeof FEATURES)[number];

export type ChannelLayout = "mono" | "stereo";

/** A named set of values; parameters that it leaves out take their defaults. */
export interface Preset<Params extends ParameterSpecs> {
  readonly name: string;
  readonly values: Partial<ValuesOf<Params>>;
}

/** A plugin, stated once: parameters, readouts, DSP and view all derive from this. */
export interface PluginDefinition<Params extends ParameterSpecs = ParameterSpecs, Readouts extends ReadoutSpecs = ReadoutSpecs> {
  /** Reverse domain name, stable for ever: "com.acme.gain". */
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  /** Semantic version. */
  readonly version: string;
  readonly features: readonly Feature[];
  /** Layouts that it takes, best first. With a `sidechain`, `process` gets what it hears beside its input. Main: stereo. */
  readonly io?: { readonly main: readonly ChannelLayout[]; readonly sidechain?: readonly ChannelLayout[] };
  readonly params: Params;
  readonly readouts: Readouts;
  /** The form of what `save` gives. Parameters are not in it: the host saves them. */
  readonly state?: StateSpec;
  /** What of the host the processor asks for with `PrepareContext.extension`. */
  readonly extensions?: readonly ExtensionId[];
  readonly presets?: readonly Preset<NoInfer<Params>>[];
  /** Makes the DSP. Runs where it is used: the audio thread or a plugin worker. May allocate. */
  processor(context: PrepareContext<NoInfer<Params>>): Processor<NoInfer<Params>, NoInfer<Readouts>>;
  /** Loads the UI; without one the host draws controls from `params`. `@mainThread` */
  readonly view?: () => Promise<{ readonly default: View<NoInfer<Params>, NoInfer<Readouts>> }>;
}

/**
 * States a plugin. All ids, value types and ranges are inferred from `params` and `readouts`.
 * The statement is checked when a host loads it ({@link checkDescriptor}), not here, so that a wrong one is
 * reported to the person who loads it.
 */
export function definePlugin<const Params extends ParameterSpecs, const Readouts extends ReadoutSpecs = Record<never, never>>(
  definition: Omit<PluginDefinition<Params, Readouts>, "readouts"> & { readonly readouts?: Readouts },
): PluginDefinition<Params, Readouts> {
  return { ...definition, readouts: definition.readouts ?? ({} as Readouts) };
}
