import { canBeDynamic, hasSlope } from "../band-types.js";
import { STEREO } from "../design/channel-index.js";
import { EQ_CHANNELS, EQ_SLOPES, type BandType } from "../params.js";
import type { BandReaders } from "./band-readers.js";

/** The form of a band that is off. */
export const OFF = -1;

const SLOPES_DB = EQ_SLOPES.map(Number);
const LISTEN_SLOPE_DB = 12;
const NEUTRAL_Q = Math.SQRT1_2;
/** A band this broad or broader is listened to through a filter of this Q. */
const LEAST_LISTEN_Q = 0.5;

/** What a band is to become. One object serves all bands in turn. `@audioThread` */
export class BandTarget {
  on = false;
  type: BandType = "bell";
  slopeDb = LISTEN_SLOPE_DB;
  /** Index in `EQ_CHANNELS`. */
  channel = STEREO;
  hz = 1000;
  gainDb = 0;
  q = NEUTRAL_Q;

  /** What cannot move smoothly, as one number; {@link OFF} when the band is off. */
  form(): number {
    if (!this.on) return OFF;
    return ((FORMS[this.type] * 128 + (hasSlope(this.type) ? this.slopeDb : 0)) * EQ_CHANNELS.length) + this.channel;
  }

  /** Takes a band's parameters at a frame of the block. @param dynamicDb - what its dynamics add. */
  take(band: BandReaders, frame: number, gainScale: number, dynamicDb: number): void {
    this.on = band.enabled.value;
    this.type = band.type.value;
    this.slopeDb = SLOPES_DB[band.slope.index]!;
    this.channel = band.channel.index;
    this.hz = band.frequency.values[frame]!;
    this.gainDb = (band.gain.values[frame]! + dynamicDb) * gainScale;
    this.q = band.q.values[frame]!;
  }

  /** The filter that lets pass what a band works on, or takes away. */
  takeListener(band: BandReaders, frame: number): void {
    this.on = true;
    this.type = listenType(band.type.value);
    this.slopeDb = LISTEN_SLOPE_DB;
    this.channel = STEREO;
    this.hz = band.frequency.values[frame]!;
    this.gainDb = 0;
    this.q = this.type === "band-pass" ? Math.max(LEAST_LISTEN_Q, band.q.values[frame]!) : NEUTRAL_Q;
  }
}

const FORMS: Readonly<Record<BandType, number>> = {
  bell: 0, "low-shelf": 1, "high-shelf": 2, "low-cut": 3, "high-cut": 4, "band-pass": 5, notch: 6, "all-pass": 7, tilt: 8,
};

/** Whether a band's gain follows the signal now. */
export function isDynamic(band: BandReaders): boolean {
  return band.dynamic.value && canBeDynamic(band.type.value);
}

function listenType(type: BandType): BandType {
  switch (type) {
    case "low-shelf":
    case "low-cut":
      return "high-cut";
    case "high-shelf":
    case "high-cut":
      return "low-cut";
    default:
      return "band-pass";
  }
}
