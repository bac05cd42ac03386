import type { ParameterSpec } from "@headroom/sdk";
import { toTravel } from "@headroom/sdk";

/** Degrees from straight up to either end of a knob's travel. */
const END_DEGREES = 135;

/** Degrees clockwise from straight up at a travel of 0…1. */
export function knobDegrees(travel: number): number {
  return (travel * 2 - 1) * END_DEGREES;
}

/** An SVG path of the arc between two travels on a circle around the origin; empty where they are equal. */
export function arcPath(radius: number, from: number, to: number): string {
  const start = knobDegrees(Math.min(from, to));
  const end = knobDegrees(Math.max(from, to));
  if (end - start < 0.01) return "";
  return `M${point(radius, start)}A${radius} ${radius} 0 ${end - start > 180 ? 1 : 0} 1 ${point(radius, end)}`;
}

/**
 * The travel that a knob's arc starts from: zero where the range runs through it, as of a pan or a gain, else
 * the low end.
 */
export function arcOrigin(spec: ParameterSpec): number {
  if (spec.kind === "toggle" || spec.kind === "choice") return 0;
  return spec.min < 0 && spec.max > 0 ? toTravel(spec, 0) : 0;
}

function point(radius: number, degrees: number): string {
  const radians = (degrees * Math.PI) / 180;
  return `${(radius * Math.sin(radians)).toFixed(2)} ${(-radius * Math.cos(radians)).toFixed(2)}`;
}
