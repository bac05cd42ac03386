import { expect, it } from "vitest";
import { whenChanged } from "./when-changed.js";

it("says days as people do", () => {
  const now = new Date(2026, 4, 3, 15, 30).getTime();
  const at = (day: number, hour: number) => whenChanged(new Date(2026, 4, day, hour, 5).getTime(), now, "en-GB");
  expect([at(3, 0), at(2, 23), at(1, 12), at(4, 1)]).toEqual(["today 0:05", "yesterday 23:05", "1 May 2026", "4 May 2026"]);
});
