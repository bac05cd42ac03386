import * as z from "zod/mini";
import { idSchema as id } from "./schema-parts.js";
import { FADE_SHAPES } from "./curves.js";

export const fadeSchema = z.object({
  seconds: z.number().check(z.gte(0)),
  /** See `fadeGain` for the formulas. */
  shape: z.enum(FADE_SHAPES),
});
export type Fade = z.infer<typeof fadeSchema>;

/** A stretch of an audio file on a channel. Times are seconds of the song, at any sample rate. */
export const clipSchema = z.object({
  id,
  /** Key of the session's `audio`. */
  audio: id,
  startSeconds: z.number().check(z.gte(0)),
  /** Where in the file the clip begins. */
  offsetSeconds: z.number().check(z.gte(0)),
  lengthSeconds: z.number().check(z.positive()),
  gainDb: z.number().check(z.gte(-100), z.lte(36)),
  /** From silence at the clip's start, and to silence at its end. Left out: none. */
  fadeIn: z.optional(fadeSchema),
  fadeOut: z.optional(fadeSchema),
  /** A stretch of the file that is repeated: from `offsetSeconds` to its end, then from its start again. Left out: none. */
  loop: z.optional(z.object({ startSeconds: z.number().check(z.gte(0)), endSeconds: z.number().check(z.positive()) })),
  mute: z.optional(z.boolean()),
});
export type Clip = z.infer<typeof clipSchema>;
