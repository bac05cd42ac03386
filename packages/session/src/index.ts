export {
  audioSchema, clipSchema, FADER_FLOOR_DB, FADER_MAX_DB, INSERT_SLOTS, insertSchema, loopSchema, MASTER_ID,
  SCHEMA_VERSION, sessionSchema, stripSchema, TRIM_RANGE_DB,
} from "./schema.js";
export type { AudioEntry, Clip, Insert, Loop, Session, Strip, StripKind } from "./schema.js";
export { createSession, createStrip, emptySlots } from "./create.js";
