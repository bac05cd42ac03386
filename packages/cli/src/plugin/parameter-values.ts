import { formatRange, fromNumber, parseParameter, toNumber, type ParameterSpec, type ParameterSpecs, type ParameterValue } from "@headroom/sdk";
import { UsageError } from "../command-line/command.js";

/**
 * Reads values as people write them: "gain=-6", "cutoff=1k2", "type=low shelf", "invert=on".
 * @throws UsageError with a sentence that lists what there is.
 */
export function parseSettings(settings: readonly string[], specs: ParameterSpecs): Record<string, ParameterValue> {
  return Object.fromEntries(
    settings.map((setting) => {
      const at = setting.indexOf("=");
      if (at < 1) throw new UsageError(`"${setting}" sets nothing; write a parameter and its value: --set ${Object.keys(specs)[0] ?? "id"}=value`);
      const [id, text] = [setting.slice(0, at), setting.slice(at + 1)];
      const spec = specOf(id, specs);
      const number = parseParameter(withoutEnds(spec), text);
      if (number === undefined) throw new UsageError(`"${text}" is no value of ${id}, which takes ${formatRange(spec)}.`);
      return [id, within(number, id, spec, text)] as const;
    }),
  );
}

/** Checks values that were stored. @throws UsageError as {@link parseSettings}. */
export function checkValues(values: Readonly<Record<string, unknown>>, specs: ParameterSpecs): Record<string, ParameterValue> {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => {
      const spec = specOf(id, specs);
      const wanted = spec.kind === "toggle" ? "boolean" : spec.kind === "choice" ? "string" : "number";
      const shown = JSON.stringify(value);
      if (typeof value !== wanted || (spec.kind === "choice" && !spec.options.includes(value as string))) {
        throw new UsageError(`${shown} is no value of ${id}, which takes ${formatRange(spec)}.`);
      }
      return [id, within(typeof value === "number" ? value : toNumber(spec, value), id, spec, shown)] as const;
    }),
  );
}

function specOf(id: string, specs: ParameterSpecs): ParameterSpec {
  const spec = Object.hasOwn(specs, id) ? specs[id] : undefined;
  if (spec === undefined) throw new UsageError(`There is no parameter "${id}"; there is ${listIds(Object.keys(specs))}.`);
  return spec;
}

/** The statement with the range taken away, so that a value outside is not silently another. */
function withoutEnds(spec: ParameterSpec): ParameterSpec {
  return "min" in spec ? { ...spec, min: -Infinity, max: Infinity } : spec;
}

function within(number: number, id: string, spec: ParameterSpec, text: string): ParameterValue {
  // −∞ is how people write the bottom of a level.
  if ("min" in spec && number !== -Infinity && (number < spec.min || number > spec.max)) {
    throw new UsageError(`${text} is outside ${id}, which takes ${formatRange(spec)}.`);
  }
  return fromNumber(spec, number);
}

/** Ids for a sentence; those that differ in one number alone are written once: "band1…24.gain". */
export function listIds(ids: readonly string[]): string {
  const groups = new Map<string, number[]>();
  for (const id of ids) {
    const [number] = /\d+/.exec(id) ?? [];
    const pattern = number === undefined ? id : id.replace(/\d+/, "#");
    groups.set(pattern, [...(groups.get(pattern) ?? []), ...(number === undefined ? [] : [Number(number)])]);
  }
  const words = [...groups].map(([pattern, numbers]) => {
    if (numbers.length === 0) return pattern;
    const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
    return pattern.replace("#", first === last ? String(first) : `${first}…${last}`);
  });
  return words.join(", ") || "none";
}

