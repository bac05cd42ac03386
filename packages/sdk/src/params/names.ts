import type { ParameterSpec } from "./spec.js";
import { inWords } from "./text.js";

/** A parameter's label as people see it beside its control: "Frequency". `@anyThread` */
export function parameterLabel(id: string, spec: ParameterSpec): string {
  return spec.label ?? inWords(id);
}

/** A parameter's name where its surroundings are not seen, with its group: "Band 3 frequency". `@anyThread` */
export function parameterName(id: string, spec: ParameterSpec): string {
  const label = parameterLabel(id, spec);
  const { group } = spec;
  if (group === undefined || label.toLowerCase().startsWith(group.toLowerCase())) return label;
  return `${group} ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
