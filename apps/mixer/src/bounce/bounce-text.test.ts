import { expect, it } from "vitest";
import { clipText, fileName, loudnessText, peakDbText } from "./bounce-text.js";

it("writes peaks in dBFS", () => {
  expect(peakDbText(1)).toBe("0.0 dBFS");
  expect(peakDbText(2)).toBe("+6.0 dBFS");
  expect(peakDbText(0.5)).toBe("−6.0 dBFS");
  expect(peakDbText(0)).toBe("silence");
});

it("writes loudness in LUFS", () => {
  expect([loudnessText(-14), loudnessText(-200)]).toEqual(["−14.0 LUFS", "silence"]);
});

it("says what clipping did and how far to go down", () => {
  expect(clipText({ peak: 0.9, clipped: 0 }, 16)).toBe("Nothing clips.");
  expect(clipText({ peak: 2, clipped: 1200 }, 24)).toBe(
    "1,200 samples are over full scale and were cut off, which distorts. Pull the master fader down by 6.0 dB and bounce again.",
  );
  expect(clipText({ peak: 2, clipped: 1 }, "32f")).toMatch(/^1 sample is over full scale\. In 32-bit float they are kept/);
});

it("makes file names that every system takes", () => {
  expect(fileName('A/B: "mix"?', 24)).toBe("A B mix (24-bit).wav");
  expect(fileName("///", "32f")).toBe("Bounce (32-bit float).wav");
});
