import { toNumber } from "../params/number.js";
import type { ParameterSpecs } from "../params/spec.js";
import { formatParameter, formatRange, inWords } from "../params/text.js";

/**
 * The parameters as a Markdown table for a README: id, what people see, range or options, default. Test that the
 * README contains it, and the two cannot drift apart. `@anyThread`
 */
export function parameterTable(specs: ParameterSpecs): string {
  const rows = Object.entries(specs).map(
    ([id, spec]) => `| \`${id}\` | ${spec.label ?? inWords(id)} | ${formatRange(spec)} | ${formatParameter(spec, toNumber(spec, spec.default))} |`,
  );
  return ["| id | label | range | default |", "|---|---|---|---|", ...rows].join("\n");
}
