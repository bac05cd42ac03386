import * as z from "zod/mini";
import { idSchema as id } from "../schema-parts.js";

/** Points of a lane, at most: what lies denser is thinned. */
export const MOST_LANE_POINTS = 32_768;

/** Strip controls that can be automated. `panLeft` and `panRight` are heard in the pan mode `dual`. `mute`, `swap` and the polarities are switches: 0 or 1. */
export const LANE_CONTROLS = ["faderDb", "pan", "panLeft", "panRight", "width", "trimDb", "mute", "invertLeft", "invertRight", "swap"] as const;
export type LaneControl = (typeof LANE_CONTROLS)[number];

/** What a lane moves. */
export const laneTargetSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("strip"), strip: id, control: z.enum(LANE_CONTROLS) }),
  /** Bypass (0 or 1) or mix (0…1) of an insert. */
  z.object({ kind: z.literal("insert"), insert: id, control: z.enum(["bypass", "mix"]) }),
  /** A plugin's parameter, in its own unit; of a choice the option's index, of a toggle 0 or 1. */
  z.object({ kind: z.literal("parameter"), insert: id, parameter: id }),
]);
export type LaneTarget = z.infer<typeof laneTargetSchema>;

/**
 * What the lane does while the song plays and a hand may be on the control:
 * - `manual`: nothing; the control stays where it is set.
 * - `play`: moves the control.
 * - `touch`: moves it, but while a hand holds it the hand is heard and recorded.
 * - `latch`: as touch, and where the hand lets go the control stays, and is recorded, until playback stops.
 * - `write`: all that the control does while the song plays is recorded, whether it is held or not.
 */
export const LANE_MODES = ["manual", "play", "touch", "latch", "write"] as const;
export type LaneMode = (typeof LANE_MODES)[number];

export const lanePointSchema = z.object({
  /** Of the song. */
  seconds: z.number().check(z.gte(0)),
  value: z.number(),
  /** Of the way to the next point, see `bend`: 0 is straight. */
  curve: z.number().check(z.gte(-1), z.lte(1)),
  /** The value stays until the next point. */
  hold: z.optional(z.boolean()),
});
export type LanePoint = z.infer<typeof lanePointSchema>;

/**
 * A parameter's course over the song. Before its first point a lane has the first value, after its last the last. Of
 * points at one time, of which there may be two, the second is where it goes on. A lane without points moves nothing.
 */
export const laneSchema = z.object({
  target: laneTargetSchema,
  mode: z.enum(LANE_MODES),
  points: z.array(lanePointSchema).check(z.maxLength(MOST_LANE_POINTS)),
});
export type Lane = z.infer<typeof laneSchema>;

/** The key under which a session keeps the lane of a target: one lane a target. */
export function laneKey(target: LaneTarget): string {
  switch (target.kind) {
    case "strip":
      return `strip ${target.strip} ${target.control}`;
    case "insert":
      return `insert ${target.insert} ${target.control}`;
    case "parameter":
      return `parameter ${target.insert} ${target.parameter}`;
  }
}
