import { fromNumber, type ParameterSpec, type ParameterValue, type PluginDescriptor, toNumber } from "@headroom/sdk";
import type { Insert, UserPreset } from "@headroom/session";

/** A preset as the mixer offers it, whoever made it. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly origin: "factory" | "user";
  /** As they were stated or saved: the plugin may not know or take all of them. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** All parameters at their defaults. What has no other preset is this one, or was made from it. */
const DEFAULT: Preset = { id: "factory/Default", name: "Default", origin: "factory", values: {} };

/** A plugin's presets in the order of the menu: its default, its own, the person's. */
export function presetsOf(descriptor: PluginDescriptor, user: readonly UserPreset[]): readonly Preset[] {
  const own = descriptor.presets.map((preset): Preset => ({ ...preset, id: `factory/${preset.name}`, origin: "factory" }));
  return [DEFAULT, ...own.filter(({ id }) => id !== DEFAULT.id), ...user.map((preset): Preset => ({ ...preset, origin: "user" }))];
}

/** Which preset an insert's live setting came from, and whether it was changed since. */
export interface CurrentPreset {
  /** `undefined` where it is not among the presets: it was deleted, or is on another computer. */
  readonly preset: Preset | undefined;
  readonly name: string;
  readonly isEdited: boolean;
}

export function currentPreset(descriptor: PluginDescriptor, insert: Insert, presets: readonly Preset[]): CurrentPreset {
  const stated = insert.preset ?? DEFAULT;
  const preset = presets.find(({ id }) => id === stated.id);
  return {
    preset,
    name: preset?.name ?? stated.name,
    isEdited: preset !== undefined && !sameValues(descriptor, preset.values, insert.params),
  };
}

/** The value of every parameter that presets hold: what is left out takes its default, what is out of range is clamped. */
export function allValues(descriptor: PluginDescriptor, values: Readonly<Record<string, unknown>>): Record<string, ParameterValue> {
  return Object.fromEntries(heldParameters(descriptor).map(([id, spec]) => [id, fromNumber(spec, toNumber(spec, valueIn(values, id)))]));
}

/** Whether two sets of values sound the same. */
export function sameValues(descriptor: PluginDescriptor, a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return heldParameters(descriptor).every(([id, spec]) => toNumber(spec, valueIn(a, id)) === toNumber(spec, valueIn(b, id)));
}

/** What presets hold: all parameters but those of the moment, and the plugin's own bypass, which is the insert's. */
export function heldParameters(descriptor: PluginDescriptor): readonly (readonly [id: string, spec: ParameterSpec])[] {
  return Object.entries(descriptor.params).filter(([, spec]) => spec.transient !== true && !(spec.kind === "toggle" && spec.bypass));
}

/** The value stated for an id; what every object inherits is none. */
export function valueIn(values: Readonly<Record<string, unknown>>, id: string): unknown {
  return Object.hasOwn(values, id) ? values[id] : undefined;
}
