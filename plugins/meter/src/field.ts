/** Points of left and right that the readout `field` shows: the last 40 ms or so, at any sample rate. */
export const FIELD_POINTS = 960;

/** Left and right of each point, linear, oldest first. */
export const FIELD_LENGTH = 2 * FIELD_POINTS;

/** Points a second, about: frames between are left out. */
export const FIELD_RATE_HZ = 24_000;
