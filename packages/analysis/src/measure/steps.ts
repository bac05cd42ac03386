/** Steps of the histories: a gating block of BS.1770 begins with each. */
export const STEPS_PER_SECOND = 10;
