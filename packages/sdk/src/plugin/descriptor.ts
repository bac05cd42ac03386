import type { ParameterSpecs } from "../params/spec.js";
import type { ReadoutSpecs } from "../readouts/spec.js";
import type { Feature, PluginDefinition, PluginPorts } from "./define.js";
import { stateVersion } from "./saved-state.js";

/** A factory preset that came from another realm. */
export interface DescribedPreset {
  /** What people see. */
  readonly name: string;
  /** By parameter id, not yet checked. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** The part of a plugin's statement that is plain data: what hosts, sessions and views work with. */
export interface PluginDescriptor {
  /** Reverse domain name. */
  readonly id: string;
  /** What people see. */
  readonly name: string;
  /** Who makes it. */
  readonly vendor: string;
  /** Semantic version. */
  readonly version: string;
  /** As stated: a host may not know all. */
  readonly features: readonly Feature[];
  /** Audio ports, with what was left out filled in. */
  readonly io: Required<PluginPorts>;
  /** Parameter id → statement. */
  readonly params: ParameterSpecs;
  /** Readout id → statement. */
  readonly readouts: ReadoutSpecs;
  /** Version of the form of its own data, 1 or more. */
  readonly stateVersion: number;
  /** Ids as the plugin states them; a host may not know all. */
  readonly extensions: readonly string[];
  /** Factory presets, their values as they came. */
  readonly presets: readonly DescribedPreset[];
  /** Whether it states a view. */
  readonly hasView: boolean;
}

/** Channels that a plugin processes in a host that mixes in stereo: 1 where it takes mono alone. `@anyThread` */
export function mainChannels(io: Pick<PluginPorts, "main"> | undefined): number {
  return io === undefined || io.main.includes("stereo") ? 2 : 1;
}

/** Channels of a plugin's sidechain in a host that mixes in stereo: 0 without one. `@anyThread` */
export function sidechainChannels(io: Pick<PluginPorts, "sidechain"> | undefined): number {
  const layouts = io?.sidechain ?? [];
  return layouts.length === 0 ? 0 : layouts.includes("stereo") ? 2 : 1;
}

/**
 * The descriptor of a definition, without its functions: safe to send to another realm. What is not as stated goes
 * along as it is, so that `checkDescriptor` can say what is wrong with it. `@anyThread`
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
