import { expect, it } from "vitest";
import { choice, decibels, toggle } from "../params/statements.js";
import { parameterTable } from "./parameter-table.js";

it("writes one row a parameter, with the words that people see", () => {
  const table = parameterTable({
    gain: decibels({ min: -60, max: 24, default: 0 }),
    lowCut: toggle(true),
    type: choice(["bell", "low-shelf"], { default: "low-shelf", label: "Filter type" }),
  });
  expect(table).toBe(
    [
      "| id | label | range | default |",
      "|---|---|---|---|",
      "| `gain` | Gain | −60.0 dB … 24.0 dB | 0.0 dB |",
      "| `lowCut` | Low cut | off, on | On |",
      "| `type` | Filter type | Bell, Low shelf | Low shelf |",
    ].join("\n"),
  );
});
