/// <reference types="vite/client" />
import { parameterTable } from "@headroom/sdk/testing";
import { describe, expect, it } from "vitest";
import readme from "../README.md?raw";
import { EQ_BANDS, eqParams } from "./params.js";

const rows = parameterTable(eqParams).split("\n");

describe("the README", () => {
  it("lists the parameters of a band and of the whole as they are", () => {
    const shown = rows.filter((row) => !/`band[^3]/.test(row)).join("\n");
    expect(readme).toContain(shown.replaceAll("band3", "bandN").replaceAll("Band 3", "Band N"));
  });

  it("speaks for all bands: they differ only in where they start", () => {
    const withoutStart = (band: number) =>
      rows.filter((row) => row.startsWith(`| \`band${band}.`)).map((row) => row.replace(`band${band}`, "").replace(`Band ${band}`, "").replace(/[^|]*\|$/, ""));
    for (const band of EQ_BANDS) expect(withoutStart(band)).toEqual(withoutStart(3));
    const others = EQ_BANDS.slice(8);
    expect(EQ_BANDS.map((band) => eqParams[`band${band}.type`].default)).toEqual([
      "low-cut", "low-shelf", "bell", "bell", "bell", "bell", "high-shelf", "high-cut", ...others.map(() => "bell"),
    ]);
    expect(EQ_BANDS.map((band) => eqParams[`band${band}.frequency`].default)).toEqual([30, 100, 250, 600, 1500, 4000, 8000, 18_000, ...others.map(() => 1000)]);
  });
});
