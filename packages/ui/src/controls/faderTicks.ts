import type { NumberSpec, ParameterSpec } from "@headroom/sdk";
import { formatParameter, formatQuantity, toTravel } from "@headroom/sdk";

export interface FaderTick {
  readonly text: string;
  /** 0…1 from the bottom. */
  readonly travel: number;
  readonly isUnity: boolean;
}

/** In order of importance: a mark too near to one before it is left out. */
const MARKS = [0, -12, 6, -24, -6, 12, -48, -3, 3, -36, -18, -9, 9, -60, -96] as const;

/**
 * The marks of a fader's decibel scale, highest first. The bottom of a fader taper is written −∞.
 * @param gap - the least distance between two marks, as a share of the travel.
 */
export function faderTicks(spec: NumberSpec, gap = 0.055): FaderTick[] {
  const ticks: FaderTick[] = [
    { text: spec.taper === "fader" ? "−∞" : decibels(spec.min), travel: 0, isUnity: spec.min === 0 },
  ];
  for (const mark of MARKS) {
    if (mark <= spec.min || mark > spec.max) continue;
    const travel = toTravel(spec, mark);
    if (ticks.every((tick) => Math.abs(tick.travel - travel) >= gap))
      ticks.push({ text: decibels(mark), travel, isUnity: mark === 0 });
  }
  return ticks.sort((a, b) => b.travel - a.travel);
}

/** A fader's level in words: as the parameter says, but −∞ where the scale does. */
export function faderText(spec: ParameterSpec, number: number): string {
  const isClosed = spec.kind === "decibels" && spec.taper === "fader" && number <= spec.min;
  return isClosed ? formatQuantity(-Infinity, spec.unit) : formatParameter(spec, number);
}

function decibels(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace("-", "−");
}
