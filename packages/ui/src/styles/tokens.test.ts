/// <reference types="node" />
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

const BANDS = Array.from({ length: 8 }, (_, n) => `band-${n + 1}`);
const CHANNELS = ["channel-left", "channel-right", "channel-mid", "channel-side"];
const SURFACES = ["bg", "surface-1", "surface-2", "surface-3", "well"] as const;

/** The variables of one theme as they stand in the stylesheet. */
function themeColors(theme: string): Map<string, string> {
  const block = new RegExp(`\\[data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? "";
  return new Map([...block.matchAll(/--hr-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", color = ""]) => [name, color]));
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(colors: Map<string, string>, a: string, b: string): number {
  const [low = 0, high = 0] = [a, b].map((name) => luminance(colors.get(name) ?? "")).sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each(["dark", "light"])("%s theme", (theme) => {
  const colors = themeColors(theme);

  it.each(["text", "text-2", "text-3"])("writes %s at 4.5:1 on every surface (WCAG AA)", (text) => {
    for (const surface of SURFACES) expect(contrast(colors, text, surface), `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5);
  });

  it.each<readonly [string, string]>([["on-accent", "accent"], ["on-solo", "solo"], ["on-listen", "listen"], ["on-mute", "mute"], ["key-text", "key-white"], ...BANDS.map((band) => ["well", band] as const)])("writes %s at 4.5:1 on %s", (text, surface) => {
    expect(contrast(colors, text, surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["accent", "focus", "meter-ok", "meter-clip", ...BANDS, ...CHANNELS])(
    "draws %s at 3:1 on the surfaces it lies on (WCAG non-text)",
    (mark) => {
      for (const surface of ["surface-1", "well"]) expect(contrast(colors, mark, surface), `${mark} on ${surface}`).toBeGreaterThanOrEqual(3);
    },
  );
});

it.each([["dark", 1], ["light", -1]] as const)("heats up from the background of the %s theme without turning back", (theme, sign) => {
  const colors = themeColors(theme);
  const lights = ["well", "heat-1", "heat-2", "heat-3", "heat-4", "heat-5"].map((name) => sign * luminance(colors.get(name) ?? ""));
  expect(lights).toEqual([...lights].sort((a, b) => a - b));
});

it("states the same variables in both themes", () => {
  expect([...themeColors("light").keys()]).toEqual([...themeColors("dark").keys()]);
});
