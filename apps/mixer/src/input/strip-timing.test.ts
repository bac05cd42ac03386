import { expect, it } from "vitest";
import { timingText } from "./strip-timing.js";

it("says what a strip's inserts take and what else holds it back", () => {
  expect(timingText({ inputFrames: 480, insertFrames: 4096, waitFrames: 0, offsetFrames: -960 }, 48_000)).toEqual({
    short: "Inserts 85.3 ms",
    long: "Input 480 frames (10.0 ms) after the sources, inserts with their hops 4096 frames (85.3 ms), output held back 0 frames (0.0 ms) to meet the others. Its own delay makes it 960 frames (20.0 ms) earlier.",
  });
});
