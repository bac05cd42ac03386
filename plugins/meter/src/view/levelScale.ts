import { K_HEADROOM_DB, type KScale } from "@headroom/dsp";
import { meterTravel } from "@headroom/ui";

/** What the level bars are drawn on. */
export interface LevelScale {
  /** What a level in dBFS reads here. */
  readonly offsetDb: number;
  /** Share of the bar's length, 0…1, of a reading. */
  readonly travel: (reading: number) => number;
  /** Readings that are written, those that matter most first: each where there is room. */
  readonly marks: readonly number[];
  /** Readings from which the bar changes its colour, to warm and to red. */
  readonly warmFrom: number;
  readonly redFrom: number;
  /** Whether colours blend below these, as on a peak meter, or change at once. */
  readonly blends: boolean;
}

const K_LOWEST = -40;
/** Room above full scale, which floating point does not end at. */
const K_OVER = 3;

const FULL_SCALE: LevelScale = {
  offsetDb: 0,
  travel: meterTravel,
  marks: [0, 6, -6, -12, -18, -24, -30, -40, -60, -3, 3, -9, -50],
  warmFrom: -3,
  redFrom: 0,
  blends: true,
};

/** The scale of a K meter: green below 0, amber to +4, red above (B. Katz, AES 2000). */
function kScale(scale: KScale): LevelScale {
  const headroom = K_HEADROOM_DB[scale];
  const top = headroom + K_OVER;
  const marks = [0, headroom, 4, -4, -8, -12, -20, -30, 8, 12, 16, -16, -24, -36];
  return {
    offsetDb: headroom,
    travel: (reading) => (reading > K_LOWEST ? Math.min(1, (reading - K_LOWEST) / (top - K_LOWEST)) : 0),
    marks: marks.filter((mark) => mark <= headroom),
    warmFrom: 0,
    redFrom: 4,
    blends: false,
  };
}

const SCALES = { "full-scale": FULL_SCALE, "K-12": kScale("K-12"), "K-14": kScale("K-14"), "K-20": kScale("K-20") } as const;

export function levelScale(scale: keyof typeof SCALES): LevelScale {
  return SCALES[scale];
}
