import { correctionOf, parameterName, type PluginDescriptor } from "@headroom/sdk";
import { heldParameters, type Preset, valueIn } from "./preset.js";

/** Ids that are named; the rest is counted. */
const MOST_NAMED = 3;

/** What is worth saying of a preset that a plugin does not take as it is: one sentence for each reason. */
export function presetRemarks(descriptor: PluginDescriptor, preset: Pick<Preset, "name" | "values">): readonly string[] {
  const corrections = heldParameters(descriptor).flatMap(
    ([id, spec]) => correctionOf(spec, valueIn(preset.values, id), `${parameterName(id, spec)} in the preset “${preset.name}”`) ?? [],
  );
  const unknown = Object.keys(preset.values).filter((id) => !Object.hasOwn(descriptor.params, id));
  if (unknown.length === 0) return corrections;
  const named = unknown.slice(0, MOST_NAMED).map((id) => `“${id}”`).join(", ");
  const more = unknown.length > MOST_NAMED ? ` and ${unknown.length - MOST_NAMED} more` : "";
  return [...corrections, `The preset “${preset.name}” has values for ${named}${more}, which ${descriptor.name} ${descriptor.version} does not have; they are ignored.`];
}
