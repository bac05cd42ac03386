import { expect, it } from "vitest";
import { speakerWeights } from "./speaker-weights.js";

const MASKS = { stereo: 0x3, "5.1 with backs": 0x3f, "5.1 with sides": 0x60f, "7.1": 0x63f, quad: 0x33, mono: 0x4 };

it.each<[keyof typeof MASKS, readonly number[]]>([
  ["mono", [1]],
  ["stereo", [1, 1]],
  ["quad", [1, 1, 1.41, 1.41]],
  ["5.1 with backs", [1, 1, 1, 0, 1.41, 1.41]],
  ["5.1 with sides", [1, 1, 1, 0, 1.41, 1.41]],
  ["7.1", [1, 1, 1, 0, 1, 1, 1.41, 1.41]],
])("weighs %s as BS.1770-5 does", (name, weights) => {
  expect(speakerWeights(weights.length, MASKS[name])).toEqual(weights);
});

it("takes the usual layout where the file names no speakers, or fewer than it has channels", () => {
  expect(speakerWeights(6, 0)).toEqual([1, 1, 1, 0, 1.41, 1.41]);
  expect(speakerWeights(2, 0x1)).toEqual([1, 1]);
  expect(speakerWeights(3, 0)).toEqual([1, 1, 1]);
});
