import { fromTravel, type ParameterSpec, toTravel } from "@headroom/sdk";
import type { LaneScale } from "@headroom/session";

/** How the engine goes between two points of a plugin's parameter: on its travel, so that a frequency goes in octaves. */
export function laneScaleOf(spec: ParameterSpec): LaneScale | undefined {
  if (isStepped(spec)) return undefined;
  return { toTravel: (number) => toTravel(spec, number), fromTravel: (travel) => fromTravel(spec, travel) };
}

/** Whether nothing lies between two values of it. */
export function isStepped({ kind }: ParameterSpec): boolean {
  return kind === "toggle" || kind === "choice" || kind === "integer";
}
