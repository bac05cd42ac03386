/** Version of the document that this code writes. Raised by one with every change of form. */
export const SCHEMA_VERSION = 5;
/** Insert slots of a strip, as on FL Studio's mixer. */
export const INSERT_SLOTS = 10;
/** At or below this a fader is closed: silence, written −∞. */
export const FADER_FLOOR_DB = -100;
export const FADER_MAX_DB = 12;
export const TRIM_RANGE_DB = 36;
/** Pan laws that can be chosen: gain of both sides at the centre. */
export const PAN_LAWS_DB = [0, -3, -4.5, -6] as const;
/** A strip is at most so much later or earlier than the song says. */
export const DELAY_RANGE_SECONDS = 1;
/** The monitor's dim takes away this much at most. */
export const DIM_RANGE_DB = 60;
/** Letters of a preset's name, at most. */
export const PRESET_NAME_LENGTH = 100;
export const MASTER_ID = "master";
