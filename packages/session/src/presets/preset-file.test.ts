import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPresetFile, writePresetFile } from "./preset-file.js";

const AIR = { plugin: "dev.headroom.parametric-eq", pluginVersion: "0.1.0", name: "Air", values: { "band7.gain": 3, "band7.enabled": true, "band7.type": "high-shelf" } };
const file = (changes: object) => JSON.stringify({ headroomPreset: 1, ...AIR, ...changes });

test("what is written is read back", () => {
  expect(readPresetFile(writePresetFile(AIR))).toEqual({ preset: AIR });
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 100 }).filter((id) => id !== "__proto__"), fc.oneof(fc.boolean(), fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0)))), (values) => {
      expect(readPresetFile(writePresetFile({ ...AIR, values }))).toEqual({ preset: { ...AIR, values: { ...values } } });
    }),
  );
});

describe("what is none is refused with one sentence", () => {
  test.each<[string, string, RegExp]>([
    ["no JSON", "RIFF", /^This file is not a Headroom preset: it is not JSON; choose a file that Headroom exported\.$/],
    ["another JSON", '{"schema":1}', /^This file is not a Headroom preset: it names no version of the form; choose/],
    ["nothing", "null", /it names no version/],
    ["a newer form", file({ headroomPreset: 2 }), /^This preset was saved by a newer Headroom \(form 2; this one reads up to 1\); update Headroom to import it\.$/],
    ["a form that never was", file({ headroomPreset: 0 }), /^The preset has 0 as headroomPreset; it must be 1\.$/],
    ["no name", file({ name: "" }), /^The preset has "" as name; it must be at least 1 letter long\.$/],
    ["no plugin", file({ plugin: undefined }), /^The preset has nothing as plugin; it must be a string\.$/],
    ["a value of no type", file({ values: { gain: null } }), /^The preset has null as values → gain; it must be a number, a boolean or a text/],
    ["no values", file({ values: 3 }), /^The preset has 3 as values; it must be an object\.$/],
    ["several faults, by the first", file({ name: 1, values: 3 }), /^The preset has 1 as name; it must be a string\.$/],
  ])("%s", (_, text, problem) => {
    const read = readPresetFile(text);
    expect("problem" in read && read.problem).toMatch(problem);
  });

  test("anything at all", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map((json) => file({ values: JSON.parse(json) as unknown }))), (text) => {
      const read = readPresetFile(text);
      expect("preset" in read || /^(This|The) .+[.]$/.test(read.problem)).toBe(true);
    }));
  });
});
