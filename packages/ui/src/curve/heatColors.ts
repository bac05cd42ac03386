import type { Palette } from "../canvas/palette.js";

export const HEAT_STEPS = 256;
const STOPS = ["heat-1", "heat-2", "heat-3", "heat-4", "heat-5"] as const;
/** From here down to nothing the colours fade out, so that silence is the background. */
const FADE = 0.25;

/**
 * The theme's heat colours from nothing (transparent) to the loudest in {@link HEAT_STEPS} steps, red, green, blue and
 * opacity of 0…255 each.
 */
export function heatColors(palette: Palette): Uint8ClampedArray {
  const stops = STOPS.map((name) => [1, 3, 5].map((at) => Number.parseInt(palette[name].slice(at, at + 2), 16)));
  const colors = new Uint8ClampedArray(4 * HEAT_STEPS);
  for (let step = 0; step < HEAT_STEPS; step++) {
    const heat = step / (HEAT_STEPS - 1);
    const place = heat * (stops.length - 1);
    const below = Math.min(stops.length - 2, Math.floor(place));
    for (let channel = 0; channel < 3; channel++) {
      const from = stops[below]?.[channel] ?? 0;
      const to = stops[below + 1]?.[channel] ?? 0;
      colors[4 * step + channel] = from + (to - from) * (place - below);
    }
    colors[4 * step + 3] = 255 * Math.min(1, heat / FADE);
  }
  return colors;
}
