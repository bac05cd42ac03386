import { describe, expect, it } from "vitest";
import { DEMO_FAULTS } from "./faults.js";
import { DEMO_SONG } from "./song.js";
import { DEMO_STEMS } from "./stems.js";

/** Relative luminance of `#rrggbb`, after WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const level = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe("the demo song's data", () => {
  it("has stems of different names and colours", () => {
    for (const key of ["id", "name", "color"] as const) {
      expect(new Set(DEMO_STEMS.map((stem) => stem[key])).size).toBe(DEMO_STEMS.length);
    }
  });

  it.each(DEMO_STEMS)("$name's colour stands out 3 to 1 from white and from near-black", ({ color }) => {
    expect(color).toMatch(/^#[0-9a-f]{6}$/);
    expect(1.05 / (luminance(color) + 0.05)).toBeGreaterThanOrEqual(3);
    expect((luminance(color) + 0.05) / (luminance("#1b1d22") + 0.05)).toBeGreaterThanOrEqual(3);
  });

  it("lasts a whole number of bars, marked without gaps", () => {
    expect(DEMO_SONG.seconds).toBe(DEMO_SONG.frames / DEMO_SONG.sampleRate);
    expect(DEMO_SONG.seconds).toBeCloseTo((DEMO_SONG.bars * 4 * 60) / DEMO_SONG.tempo, 9);
    DEMO_SONG.markers.forEach(({ startSeconds }, index) => {
      expect(startSeconds).toBe(index === 0 ? 0 : DEMO_SONG.markers[index - 1]?.endSeconds);
    });
    expect(DEMO_SONG.markers.at(-1)?.endSeconds).toBe(DEMO_SONG.seconds);
  });

  it("names only stems that exist in faults and remedies, and mends each fault at its own stems", () => {
    for (const { stems, remedies } of DEMO_FAULTS) {
      expect(stems.every((id) => DEMO_STEMS.some((stem) => stem.id === id))).toBe(true);
      expect(remedies.length).toBeGreaterThan(0);
      expect(remedies.every(({ stem }) => stems.includes(stem))).toBe(true);
    }
  });
});
