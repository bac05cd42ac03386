import { checkDescriptor, FEATURES, inWords, type ParameterSpec, type ParameterValue } from "@headroom/sdk";
import { isDeepStrictEqual } from "node:util";
import { complaints, warn, type Check, type Finding } from "../check.js";

export const CONTRACT: readonly Check[] = [
  {
    id: "contract.plain",
    level: 1,
    needs: ["load.module"],
    run({ realm }) {
      const wrong = "The statement holds something else than plain data (a function, a class, a number that is none); write texts, numbers, lists and objects, so that it can cross to another thread and into a file.";
      try {
        const descriptor = structuredClone(realm.api.descriptor());
        // What JSON leaves out, a session would too; only what is not stated may be undefined.
        return complaints(isDeepStrictEqual(JSON.parse(JSON.stringify(descriptor)), withoutUndefined(descriptor)) ? [] : [wrong], "The statement is plain data.");
      } catch {
        return complaints([wrong], "");
      }
    },
  },
  {
    id: "contract.statement",
    level: 1,
    needs: ["contract.plain"],
    run: ({ descriptor }) => complaints(checkDescriptor(descriptor), "Identity, parameters and readouts are stated soundly."),
  },
  {
    id: "contract.features",
    level: 2,
    needs: ["contract.statement"],
    run: ({ descriptor: { features } }) => {
      const unknown = features.filter((feature) => !FEATURES.includes(feature));
      return complaints(
        unknown.map((feature) => `The feature "${feature}" is not known, so no list can show the plugin under it; use some of ${FEATURES.join(", ")}.`),
        `It is listed under ${features.join(", ")}.`,
      );
    },
  },
  {
    id: "contract.layouts",
    level: 1,
    needs: ["contract.statement"],
    run: ({ descriptor: { io } }) =>
      complaints(
        Object.entries(io).flatMap(([port, layouts]) => (new Set(layouts).size === layouts.length ? [] : [`"${port}" in "io" lists ${layouts.join(", ")}; list each layout once.`])),
        `It takes ${io.main.join(" and ")}.`,
      ),
  },
  {
    id: "contract.presets",
    level: 3,
    needs: ["contract.statement"],
    run: ({ descriptor: { presets, params } }) => {
      const names = presets.map(({ name }) => name);
      const twice = names.filter((name, index) => names.indexOf(name) !== index);
      return complaints(
        [
          ...twice.map((name) => `Two presets are called "${name}"; give each a name of its own.`),
          ...presets.flatMap(({ name, values }) =>
            Object.entries(values).flatMap(([id, value]) => {
              const spec = Object.hasOwn(params, id) ? params[id] : undefined;
              if (spec === undefined) return [`The preset "${name}" sets "${id}", which is no parameter; name one of the parameters or leave it out.`];
              return isValueOf(spec, value) ? [] : [`The preset "${name}" sets "${id}" to ${JSON.stringify(value)}, which is no value of it; use one in its range.`];
            }),
          ),
        ],
        `${presets.length} presets set values that there are.`,
      );
    },
  },
  {
    id: "contract.labels",
    level: 6,
    needs: ["contract.statement"],
    run({ parameters }): Finding {
      const labels = parameters.map(([id, spec]) => `${spec.group ?? ""}/${spec.label ?? inWords(id)}`);
      const twice = labels.find((label, index) => labels.indexOf(label) !== index);
      if (twice === undefined) return complaints([], "Parameters of one group have labels of their own.");
      return warn(`Two parameters of one group are shown as "${twice.slice(twice.indexOf("/") + 1)}"; give each a label of its own, so that people can tell them apart.`);
    },
  },
];

function isValueOf(spec: ParameterSpec, value: unknown): value is ParameterValue {
  if (spec.kind === "toggle") return typeof value === "boolean";
  if (spec.kind === "choice") return spec.options.includes(value as string);
  return typeof value === "number" && value >= spec.min && value <= spec.max;
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, withoutUndefined(each)]])));
}
