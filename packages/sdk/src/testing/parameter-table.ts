import { toNumber } from "../params/number.js";
import type { ParameterSpec, ParameterSpecs } from "../params/spec.js";
import { formatParameter, inWords } from "../params/text.js";

/**
 * The parameters as a Markdown table for a README: id, what people see, range or options, default. Test that the
 * README contains it, and the two cannot drift apart.
 */
export function parameterTable(specs: ParameterSpecs): string {
  const rows = Object.entries(specs).map(
    ([id, spec]) => `| \`${id}\` | ${spec.label ?? inWords(id)} | ${range(spec)} | ${formatParameter(spec, toNumber(spec, spec.default))} |`,
  );
  return ["| id | label | range | default |", "|---|---|---|---|", ...rows].join("\n");
}

function range(spec: ParameterSpec): string {
  switch (spec.kind) {
    case "toggle":
      return "off, on";
    case "choice":
      return spec.options.map((_, index) => formatParameter(spec, index)).join(", ");
    default:
      return `${formatParameter(spec, spec.min)} … ${formatParameter(spec, spec.max)}`;
  }
}
