import { inWords } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";

/** A parameter's label as people see it beside its control: "Frequency". */
export function parameterLabel(handle: ParameterHandle): string {
  return handle.spec.label ?? inWords(handle.id);
}

/** A parameter's name where its surroundings are not seen, with its group: "Band 3 frequency". */
export function parameterName(handle: ParameterHandle): string {
  const label = parameterLabel(handle);
  const { group } = handle.spec;
  if (group === undefined || label.toLowerCase().startsWith(group.toLowerCase())) return label;
  return `${group} ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
