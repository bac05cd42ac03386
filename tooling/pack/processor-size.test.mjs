import { expect, test } from "vitest";
import { MOST_PROCESSOR_KB, sizeComplaints } from "./processor-size.mjs";

const size = (/** @type {number} */ kilobytes) => [{ name: "@acme/gain", folder: "plugins/gain", kilobytes }];

test("a worker bundle over the limit is named with its size, the limit and the remedy", () => {
  expect(sizeComplaints("@acme/gain", size(61.24))).toEqual([
    `size: plugins/gain/dist/processor.js is 61.2 kB gzipped and must stay below ${MOST_PROCESSOR_KB} kB; leave out of the processor what only the view needs.`,
  ]);
});

test("one below it, and a package without one, are in order", () => {
  expect(sizeComplaints("@acme/gain", size(59.9))).toEqual([]);
  expect(sizeComplaints("@acme/dsp", size(61.24))).toEqual([]);
});
