import { parameterLabel as labelOf, parameterName as nameOf } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";

/** A parameter's label as people see it beside its control: "Frequency". */
export function parameterLabel({ id, spec }: ParameterHandle): string {
  return labelOf(id, spec);
}

/** A parameter's name where its surroundings are not seen, with its group: "Band 3 frequency". */
export function parameterName({ id, spec }: ParameterHandle): string {
  return nameOf(id, spec);
}
