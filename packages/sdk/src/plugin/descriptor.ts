import type { ParameterSpecs } from "../params/spec.js";
import type { ReadoutSpecs } from "../readouts/spec.js";
import type { ChannelLayout, Feature, PluginDefinition } from "./define.js";
import { stateVersion } from "./saved-state.js";

/** The part of a plugin's statement that is plain data: what hosts, sessions and views work with. */
export interface PluginDescriptor {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly version: string;
  readonly features: readonly Feature[];
  readonly io: { readonly main: readonly ChannelLayout[]; readonly sidechain: readonly ChannelLayout[] };
  readonly params: ParameterSpecs;
  readonly readouts: ReadoutSpecs;
  readonly stateVersion: number;
  readonly presets: readonly { readonly name: string; readonly values: Readonly<Record<string, unknown>> }[];
  readonly hasView: boolean;
}

/**
 * The descriptor of a definition, without its functions: safe to send to another realm. What is not as stated goes
 * along as it is, so that `checkDescriptor` can say what is wrong with it.
 */
export function describe(plugin: PluginDefinition<never, never> | PluginDefinition): PluginDescriptor {
  const definition = plugin as PluginDefinition;
  return {
    id: definition.id,
    name: definition.name,
    vendor: definition.vendor,
    version: definition.version,
    features: definition.features,
    io: { main: definition.io?.main ?? ["stereo"], sidechain: definition.io?.sidechain ?? [] },
    params: definition.params,
    readouts: definition.readouts,
    stateVersion: stateVersion(definition.state),
    presets: definition.presets ?? [],
    hasView: definition.view !== undefined,
  };
}
