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
  /** Ids as the plugin states them; a host may not know all. */
  readonly extensions: readonly string[];
  readonly presets: readonly { readonly name: string; readonly values: Readonly<Record<string, unknown>> }[];
  readonly hasView: boolean;
}

/** Channels of a plugin's sidechain in a host that mixes in stereo: 0 without one. */
export function sidechainChannels(io: { readonly sidechain?: readonly ChannelLayout[] } | undefined): number {
  const layouts = io?.sidechain ?? [];
  return layouts.length === 0 ? 0 : layouts.includes("stereo") ? 2 : 1;
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
    extensions: definition.extensions ?? [],
    presets: definition.presets ?? [],
    hasView: definition.view !== undefined,
  };
}
