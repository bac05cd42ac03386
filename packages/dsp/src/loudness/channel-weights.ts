/**
 * Weight of each channel's power in loudness, by layout (ITU-R BS.1770-5, table 4): 1 for what stands in front, 1.41
 * for the surrounds, 0 for LFE. Orders: L R · L R C Ls Rs · L R C LFE Ls Rs.
 */
export const LOUDNESS_WEIGHTS = {
  mono: [1],
  stereo: [1, 1],
  "5.0": [1, 1, 1, 1.41, 1.41],
  "5.1": [1, 1, 1, 0, 1.41, 1.41],
} as const satisfies Readonly<Record<string, readonly number[]>>;
