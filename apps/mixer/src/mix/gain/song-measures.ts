import type { BoundaryLevels } from "@headroom/analysis";

export type SongMeasure = "truePeakDbtp" | "peakDbfs" | "rmsDbfs" | "mostShortTermLufs" | "headroomDb";

interface MeasureText {
  readonly name: string;
  readonly unit: string;
  readonly what: string;
  /** Whether a level is over what the boundary can hold without a word. */
  readonly isOver: (levels: BoundaryLevels) => boolean;
}

const isOver = ({ peakDbfs, truePeakDbtp }: BoundaryLevels) => Math.max(peakDbfs, truePeakDbtp) > 0;
const never = () => false;

/** What the ledger of the song can show at each boundary. */
export const SONG_MEASURES: Readonly<Record<SongMeasure, MeasureText>> = {
  truePeakDbtp: { name: "True peak", unit: "dBTP", what: "Highest level, between the samples too.", isOver },
  peakDbfs: { name: "Peak", unit: "dBFS", what: "Highest sample.", isOver: ({ peakDbfs }) => peakDbfs > 0 },
  rmsDbfs: { name: "RMS", unit: "dBFS", what: "Mean level while it sounds.", isOver: never },
  mostShortTermLufs: { name: "Loudness", unit: "LUFS", what: "The loudest three seconds.", isOver: never },
  headroomDb: { name: "Headroom", unit: "dB", what: "What is left from the true peak to full scale.", isOver },
};
