import { expect, it } from "vitest";
import { panText } from "./strip-controls.js";

it("writes pan by its side", () => {
  expect([-100, -30.4, -0.4, 0, 0.4, 12, 100].map(panText)).toEqual(["L 100", "L 30", "C", "C", "C", "R 12", "R 100"]);
});
