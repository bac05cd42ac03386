import { choice, decibels, toggle, toNumber } from "@headroom/sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InsertParameters } from "./insert-parameters.js";

const SPECS = {
  "band3.gain": decibels({ min: -30, max: 30, default: 0, label: "Band 3 gain", group: "Band 3" }),
  type: choice(["bell", "notch"], { default: "bell" }),
  on: toggle(true),
};

function create(values: Readonly<Record<string, unknown>> = {}, told = new Set<string>()) {
  const said: string[] = [];
  const log = { told, say: (sentence: string) => void said.push(sentence) };
  return { parameters: new InsertParameters(SPECS, values, () => "Parametric EQ on Bass", log), said, told };
}

describe("InsertParameters", () => {
  it("starts with what it is given, the rest at its default", () => {
    expect(create({ "band3.gain": -6, type: "notch" }).parameters.numbers).toEqual([-6, 1, 1]);
  });

  it("clamps what is out of range and says so in a sentence, at the start and later", () => {
    const { parameters, said } = create({ "band3.gain": 90 });
    expect(parameters.set("type", "comb")).toEqual({ index: 1, number: 0, differs: false });
    expect(parameters.numbers).toEqual([30, 0, 1]);
    expect(said).toEqual([
      "Band 3 gain of Parametric EQ on Bass was set to 90 dB; it goes from −30.0 dB to 30.0 dB, so 30.0 dB is used.",
      'Type of Parametric EQ on Bass was set to "comb"; it is Bell or Notch, so its default, Bell, is used.',
    ]);
  });

  it("says it once for each parameter, also when the insert is made anew", () => {
    const first = create({ "band3.gain": 90 });
    first.parameters.set("band3.gain", Number.NaN);
    first.parameters.set("band3.gain", -90);
    first.parameters.set("on", 7);
    const second = create({ "band3.gain": 90, type: Number.NaN }, first.told);
    expect(first.said.map((text) => text.split(" of ")[0])).toEqual(["Band 3 gain", "On"]);
    expect(second.said.map((text) => text.split(" of ")[0])).toEqual(["Type"]);
  });

  it("always holds valid numbers, and the last one that was set", () => {
    const ids = Object.keys(SPECS) as (keyof typeof SPECS)[];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.anything())), (sets) => {
        const { parameters } = create();
        for (const [id, value] of sets) {
          const before = parameters.numbers[ids.indexOf(id)];
          const number = toNumber(SPECS[id], value);
          expect(parameters.set(id, value)).toEqual({ index: ids.indexOf(id), number, differs: number !== before });
        }
        for (const [index, id] of ids.entries()) expect(toNumber(SPECS[id], parameters.numbers[index])).toBe(parameters.numbers[index]);
      }),
    );
  });

  it("knows no parameter that the plugin does not state", () => {
    const { parameters, said } = create({ gone: 1, toString: 2 });
    expect(["gone", "toString", "__proto__"].map((id) => parameters.set(id, 3))).toEqual([undefined, undefined, undefined]);
    expect(said).toEqual([]);
  });
});
