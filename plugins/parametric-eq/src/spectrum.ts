import { logFrequencies } from "@headroom/dsp";

/**
 * Frequencies in Hz of the spectrum readouts' points: 20 Hz to 22 kHz in equal ratios, whatever the sample rate.
 * Points above half the sample rate show what is there.
 */
export const SPECTRUM_FREQUENCIES: Float64Array = logFrequencies(20, 22_000, 256);
