import { UNITS, type ParameterSpec, type Unit } from "../params/spec.js";
import { readoutLength, type ReadoutSpec } from "../readouts/spec.js";
import { show, typeName } from "../show.js";

const ID = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const PARAMETER_ID = /^[a-zA-Z][a-zA-Z0-9]*(\.[a-zA-Z0-9]+)*$/;
const EXTENSION_ID = /^[a-z0-9-]+(\.[a-z0-9-]+)+@\d+$/;
const VERSION = /^\d+\.\d+\.\d+/;
const MOST_PARAMETERS = 4096;
const MOST_READOUT_VALUES = 65_536;
/** What a host keeps of a preset's name. */
const PRESET_NAME_LENGTH = 100;

/**
 * Whether a value that came from a plugin keeps the contract. Nothing of it is trusted. `@anyThread`
 * @returns one sentence a fault, each with the value, the rule and the remedy; empty when it is sound.
 */
export function checkDescriptor(value: unknown): string[] {
  if (!isRecord(value)) return [`The plugin's default export is ${typeName(value)}; it must be what definePlugin() returns.`];
  const faults: string[] = [];
  const text = (key: string, rule: RegExp | undefined, remedy: string) => {
    const v = value[key];
    if (typeof v !== "string" || v === "" || v.length > 200 || (rule && !rule.test(v))) {
      faults.push(`"${key}" is ${show(v)}; ${remedy}`);
    }
  };
  text("id", ID, 'write a reverse domain name such as "com.acme.gain".');
  text("name", undefined, "give the plugin a name.");
  text("vendor", undefined, "say who makes it.");
  text("version", VERSION, 'write a semantic version such as "1.0.0".');
  if (!isTextList(value["features"])) faults.push(`"features" is ${show(value["features"])}; list at least one, such as ["utility"].`);
  if (!(Number.isInteger(value["stateVersion"]) && (value["stateVersion"] as number) >= 1)) faults.push(`The version of "state" is ${show(value["stateVersion"])}; write a whole number from 1 on.`);
  faults.push(...checkPorts(value["io"]));
  faults.push(...checkAll(value["params"], "params", MOST_PARAMETERS, checkParameter));
  faults.push(...checkAll(value["readouts"], "readouts", MOST_PARAMETERS, checkReadout), ...checkPresets(value["presets"]));
  const bypasses = isRecord(value["params"]) ? Object.entries(value["params"]).filter(([, spec]) => isRecord(spec) && spec["bypass"] === true) : [];
  if (bypasses.length > 1) faults.push(`${bypasses.map(([id]) => `"${id}"`).join(" and ")} are both bypass; a plugin has one.`);
  const { extensions } = value;
  if (!(Array.isArray(extensions) && extensions.every((id) => typeof id === "string" && EXTENSION_ID.test(id)))) {
    faults.push(`"extensions" is ${Array.isArray(extensions) ? show(extensions.find((id) => typeof id !== "string" || !EXTENSION_ID.test(id))) : show(extensions)}; list versioned ids such as "dev.headroom.transport@1".`);
  }
  return faults;
}

function checkPorts(io: unknown): string[] {
  if (!isRecord(io)) return [`"io" is ${show(io)}; state the layouts of its ports, such as { main: ["stereo", "mono"] }.`];
  const wrong = (layouts: unknown, least: number) => !Array.isArray(layouts) || layouts.length < least || layouts.some((layout) => layout !== "mono" && layout !== "stereo");
  return [
    ...(wrong(io["main"], 1) ? [`"main" in "io" is ${show(io["main"])}; list "stereo", "mono" or both, the best first.`] : []),
    ...(wrong(io["sidechain"], 0) ? [`"sidechain" in "io" is ${show(io["sidechain"])}; list "stereo", "mono" or both, or leave it out.`] : []),
  ];
}

function checkAll(
  group: unknown,
  name: string,
  most: number,
  check: (id: string, spec: Record<string, unknown>) => string | undefined,
): string[] {
  if (!isRecord(group)) return [`"${name}" is ${show(group)}; it must be an object of statements.`];
  const entries = Object.entries(group);
  if (entries.length > most) return [`"${name}" has ${entries.length} entries; ${most} is the most.`];
  return entries.flatMap(([id, spec]) => {
    if (!PARAMETER_ID.test(id)) return [`"${id}" in "${name}" is no valid id; use letters, digits and dots.`];
    if (!isRecord(spec)) return [`"${id}" in "${name}" is ${show(spec)}; state it with one of the SDK's functions.`];
    const fault = check(id, spec);
    return fault === undefined ? [] : [fault];
  });
}

function checkParameter(id: string, raw: Record<string, unknown>): string | undefined {
  // Not yet known to be one: every field is checked below before it is believed.
  const spec = raw as unknown as ParameterSpec;
  for (const key of ["label", "group"]) {
    if (!["string", "undefined"].includes(typeof raw[key])) return `Parameter "${id}" has the ${key} ${show(raw[key])}; write it as text.`;
  }
  for (const key of ["hidden", "automatable", "bypass"]) {
    if (!["boolean", "undefined"].includes(typeof raw[key])) return `Parameter "${id}" has ${show(raw[key])} as ${key}; write true or false.`;
  }
  if (raw["bypass"] === true && (spec.kind !== "toggle" || raw["default"] !== false)) return `Parameter "${id}" is no bypass as hosts know it; state it with bypass().`;
  switch (spec.kind) {
    case "toggle":
      return typeof spec.default === "boolean" ? undefined : `Parameter "${id}" has the default ${show(raw["default"])}; a toggle's is true or false.`;
    case "choice":
      if (!isTextList(spec.options))
        return `Parameter "${id}" has the options ${show(spec.options)}; a choice needs at least one, as text.`;
      if (new Set(spec.options).size !== spec.options.length) return `Parameter "${id}" names an option twice; options are unique.`;
      if (raw["labels"] !== undefined && !(isRecord(raw["labels"]) && isTextList(["", ...Object.values(raw["labels"])])))
        return `Parameter "${id}" has the labels ${show(raw["labels"])}; give each option that needs one a text.`;
      return spec.options.includes(spec.default) ? undefined : `Parameter "${id}" has the default ${show(raw["default"])}; it must be one of its options.`;
    case "float":
    case "decibels":
    case "integer": {
      const { min, max, default: initial, smoothMs, taper } = spec;
      if (![min, max, initial, smoothMs].every((n) => typeof n === "number" && Number.isFinite(n)))
        return `Parameter "${id}" has a range of ${show(min)} to ${show(max)}, default ${show(initial)}, smoothing ${show(smoothMs)}; all must be finite numbers.`;
      if (min >= max) return `Parameter "${id}" runs from ${min} to ${max}; min must be below max.`;
      if (initial < min || initial > max) return `Parameter "${id}" has the default ${initial}, outside ${min} to ${max}; move it inside.`;
      if (spec.kind === "integer" && ![min, max, initial].every(Number.isInteger))
        return `Parameter "${id}" is whole and runs from ${min} to ${max}, default ${initial}; all must be whole numbers.`;
      if (smoothMs < 0 || smoothMs > 10_000) return `Parameter "${id}" smooths over ${smoothMs} ms; use 0 to 10000.`;
      if (taper === "log" && min <= 0) return `Parameter "${id}" has a log taper from ${min}; min must be above 0.`;
      if (!isUnit(spec.unit)) return `Parameter "${id}" has the unit ${show(spec.unit)}; use one of the SDK's.`;
      return ["linear", "log", "fader"].includes(taper) ? undefined : `Parameter "${id}" has the taper ${show(taper)}; use linear, log or fader.`;
    }
    default:
      return `Parameter "${id}" is of kind ${show(raw["kind"])}; state it with one of the SDK's functions.`;
  }
}

function checkReadout(id: string, raw: Record<string, unknown>): string | undefined {
  // As above.
  const spec = raw as unknown as ReadoutSpec;
  if (!["level", "levels", "series", "gainReduction", "responseCurve"].includes(spec.kind)) return `Readout "${id}" is of kind ${show(raw["kind"])}; state it with one of the SDK's functions.`;
  if (!isUnit(spec.unit)) return `Readout "${id}" has the unit ${show(spec.unit)}; use one of the SDK's.`;
  if (spec.kind === "responseCurve" && !(spec.lowHz > 0 && spec.highHz > spec.lowHz && spec.highHz < Infinity)) {
    return `Readout "${id}" runs from ${show(spec.lowHz)} to ${show(spec.highHz)} Hz; the first must be above 0 and below the second.`;
  }
  const length = readoutLength(spec);
  return Number.isInteger(length) && length >= 1 && length <= MOST_READOUT_VALUES
    ? undefined
    : `Readout "${id}" holds ${show(length)} values; use a whole number from 1 to ${MOST_READOUT_VALUES}.`;
}

function checkPresets(presets: unknown): string[] {
  if (presets === undefined) return [];
  if (!Array.isArray(presets)) return [`"presets" is ${show(presets)}; it must be a list.`];
  const names = new Set<unknown>();
  return presets.flatMap((preset: unknown, index) => {
    if (!isRecord(preset)) return [`Preset ${index + 1} is ${show(preset)}; it must have a name and values.`];
    const { name, values } = preset;
    if (typeof name !== "string" || name === "" || name.length > PRESET_NAME_LENGTH) return [`Preset ${index + 1} has the name ${show(name)}; give it 1 to ${PRESET_NAME_LENGTH} letters.`];
    if (names.has(name)) return [`Two presets have the name ${show(name)}; give each its own.`];
    names.add(name);
    return isRecord(values) ? [] : [`The values of preset ${show(name)} are ${show(values)}; write an object of parameter ids and values.`];
  });
}

function isUnit(value: unknown): boolean {
  return UNITS.includes(value as Unit);
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
