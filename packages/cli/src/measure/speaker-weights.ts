import { LOUDNESS_WEIGHTS } from "@headroom/dsp";

/** Speakers by their bit in a WAVE_FORMAT_EXTENSIBLE channel mask, as far as loudness treats them differently. */
const LFE = 1 << 3;
const BACK_LEFT = 1 << 4;
const BACK_RIGHT = 1 << 5;
const SIDE_LEFT = 1 << 9;
const SIDE_RIGHT = 1 << 10;

const [, , , , SURROUND] = LOUDNESS_WEIGHTS["5.0"];

/** Layouts of files that name no speakers, by the number of channels. */
const USUAL: Readonly<Record<number, readonly number[]>> = {
  1: LOUDNESS_WEIGHTS.mono,
  2: LOUDNESS_WEIGHTS.stereo,
  5: LOUDNESS_WEIGHTS["5.0"],
  6: LOUDNESS_WEIGHTS["5.1"],
};

/**
 * Weight of each channel's power in loudness, by the speakers that a file names (ITU-R BS.1770-5, tables 3 and 4): LFE
 * counts nothing, speakers beside the listener 1.41. Back speakers stand beside the listener in 5.1, and behind in 7.1,
 * where the sides have their own.
 * @param mask - 0 for the usual layout of that many channels.
 */
export function speakerWeights(channels: number, mask: number): readonly number[] {
  const bits = Array.from({ length: 32 }, (_, bit) => 2 ** bit).filter((bit) => (mask & bit) !== 0);
  if (bits.length < channels) return USUAL[channels] ?? Array.from({ length: channels }, () => 1);
  const beside = (mask & (SIDE_LEFT | SIDE_RIGHT)) !== 0 ? SIDE_LEFT | SIDE_RIGHT : BACK_LEFT | BACK_RIGHT;
  return bits.slice(0, channels).map((bit) => (bit === LFE ? 0 : (bit & beside) !== 0 ? SURROUND : 1));
}
