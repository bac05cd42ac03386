import { expect, it } from "vitest";
import { REMARK_BURST } from "../shared/rate-limit.js";
import { InsertRemarks } from "./insert-remarks.js";

function create() {
  const told: [string, string][] = [];
  return { told, remarks: new InsertRemarks(() => "EQ on Bass", (level, text) => void told.push([level, text])) };
}

it("names the insert, and makes a plain line of what a plugin sends", () => {
  const { told, remarks } = create();
  remarks.take("info", " learned\n\t2 s\u202e of noise\u0000 ");
  remarks.take("error", "x".repeat(10_000));
  remarks.take("error", "\n");
  expect(told).toEqual([["info", "EQ on Bass: learned 2 s of noise"], ["error", `EQ on Bass: ${"x".repeat(300)}`]]);
});

it("passes over what is no remark, and a flood", () => {
  const { told, remarks } = create();
  for (const [level, text] of [["debug", "a"], [{}, "a"], ["info", { toString: () => "a" }], [undefined, undefined]]) remarks.take(level, text);
  expect(told).toEqual([]);
  for (let i = 0; i < 1000; i++) remarks.take("warning", `message ${i}`);
  expect(told).toHaveLength(REMARK_BURST);
});
