import type { StripDelays } from "@headroom/engine";

/** Where a strip lies in time, in short and in a sentence. */
export interface StripTimingText {
  readonly short: string;
  readonly long: string;
}

/** @param sampleRate - Hz of the frames. */
export function timingText({ inputFrames, insertFrames, waitFrames, offsetFrames }: StripDelays, sampleRate: number): StripTimingText {
  const time = (frames: number) => `${frames} frames (${milliseconds(frames, sampleRate)})`;
  const offset = offsetFrames === 0 ? "" : ` Its own delay makes it ${time(Math.abs(offsetFrames))} ${offsetFrames > 0 ? "later" : "earlier"}.`;
  return {
    short: `Inserts ${milliseconds(insertFrames, sampleRate)}`,
    long: `Input ${time(inputFrames)} after the sources, inserts with their hops ${time(insertFrames)}, output held back ${time(waitFrames)} to meet the others.${offset}`,
  };
}

function milliseconds(frames: number, sampleRate: number): string {
  return `${((frames / sampleRate) * 1000).toFixed(1)} ms`;
}
