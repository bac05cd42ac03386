import { Observable } from "../state/observable.js";

export type DelayUnit = "ms" | "samples";

/** In what delays are typed, for all strips. */
export const delayUnit = new Observable<DelayUnit>("ms");

/** A delay in a unit, as it is typed. */
export function inUnit(seconds: number, unit: DelayUnit, sampleRate: number): number {
  return unit === "ms" ? Math.round(seconds * 1e6) / 1000 : Math.round(seconds * sampleRate);
}

/** Seconds of what was typed in a unit. */
export function toSeconds(typed: number, unit: DelayUnit, sampleRate: number): number {
  return typed / (unit === "ms" ? 1000 : sampleRate);
}
