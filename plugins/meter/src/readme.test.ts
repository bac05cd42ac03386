/// <reference types="vite/client" />
import { formatParameter, toNumber, type ParameterSpec } from "@headroom/sdk";
import { parameterTable } from "@headroom/sdk/testing";
import { expect, it } from "vitest";
import readme from "../README.md?raw";
import plugin, { meterParams, meterReadouts, type MeterParams } from "./index.js";

it("the README lists the parameters as they are", () => {
  expect(readme).toContain(parameterTable(meterParams));
});

it("the README lists every readout with its unit", () => {
  for (const [id, { unit }] of Object.entries(meterReadouts)) expect(readme).toMatch(new RegExp(`\\| \`${id}\` \\|${unit === "" ? "" : ` ${unit}`} \\|`));
});

it("the README lists the presets as they are", () => {
  for (const { name, values } of plugin.presets ?? []) {
    const set = Object.entries(values).map(([id, value]) => {
      const spec: ParameterSpec = meterParams[id as keyof MeterParams];
      return `\`${id}\` ${formatParameter(spec, toNumber(spec, value))}`;
    });
    expect(readme).toContain(`| ${name} | ${set.join("; ")} |`);
  }
});
