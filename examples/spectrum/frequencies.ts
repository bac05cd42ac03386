import { logFrequencies } from "@headroom/dsp";

/** Hz of the spectrum's points, for the processor and the view. */
export const SPECTRUM_FREQUENCIES = logFrequencies(20, 20_000, 192);
