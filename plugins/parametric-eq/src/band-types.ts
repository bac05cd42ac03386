import type { BandType } from "./params.js";

/** Whether a type has a slope. */
export function hasSlope(type: BandType): boolean {
  return type === "low-cut" || type === "high-cut" || isShelf(type);
}

/** Whether a type has a gain. */
export function hasGain(type: BandType): boolean {
  return type === "bell" || type === "tilt" || isShelf(type);
}

/** Whether a band of a type can be dynamic. */
export function canBeDynamic(type: BandType): boolean {
  return type === "bell" || isShelf(type);
}

function isShelf(type: BandType): boolean {
  return type === "low-shelf" || type === "high-shelf";
}
