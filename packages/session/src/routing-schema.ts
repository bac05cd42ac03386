import * as z from "zod/mini";
import { DIM_RANGE_DB, PAN_LAWS_DB } from "./limits.js";
import { colorSchema, faderDbSchema, idSchema, panSchema } from "./schema-parts.js";

/** A way from a strip to a bus or the master beside its output, with a level of its own. */
export const sendSchema = z.object({
  id: idSchema,
  /** The strip that it feeds. */
  to: idSchema,
  /** Taken between the inserts before the fader and the fader; else where the strip's output is. */
  preFader: z.boolean(),
  levelDb: faderDbSchema,
  pan: panSchema,
  mute: z.boolean(),
});

/** Gain of both sides at the centre of a pan, in dB; at its ends the side that is heard has 0 dB. */
export const panLawSchema = z.literal(PAN_LAWS_DB);

/** What a solo does. */
export const soloSchema = z.object({
  /**
   * `in place`: the mix without what does not pass through a soloed strip. `pre fader`, `after fader`: the mix stays as
   * it is, and the monitor hears the soloed strips instead of the master.
   */
  listen: z.enum(["in place", "pre fader", "after fader"]),
  /** A solo ends all others. */
  exclusive: z.boolean(),
  /** In place: what feeds a soloed strip is heard through it. */
  sources: z.boolean(),
  /** In place: what a soloed strip sends to is heard. */
  sends: z.boolean(),
});

/** What lies between the master and the speakers. No part of the mix: a bounce is without it. */
export const monitorSchema = z.object({
  levelDb: faderDbSchema,
  dim: z.boolean(),
  /** Gain of dim. */
  dimDb: z.number().check(z.gte(-DIM_RANGE_DB), z.lte(0)),
  mono: z.boolean(),
  mute: z.boolean(),
  swap: z.boolean(),
  /** Which side of the mix is heard, on both speakers where it is one. */
  sides: z.enum(["both", "left", "right"]),
});

/** A fader, a mute and a solo for many strips at once. It carries no sound; it may hold other VCAs. */
export const vcaSchema = z.object({
  id: idSchema,
  name: z.string().check(z.maxLength(200)),
  color: colorSchema,
  /** Added to the faders of its members. */
  faderDb: faderDbSchema,
  mute: z.boolean(),
  solo: z.boolean(),
  /** Ids of strips and VCAs, sorted. */
  members: z.array(idSchema),
});

export type Send = z.infer<typeof sendSchema>;
export type PanLawDb = z.infer<typeof panLawSchema>;
export type SoloMode = z.infer<typeof soloSchema>;
export type Monitor = z.infer<typeof monitorSchema>;
export type Vca = z.infer<typeof vcaSchema>;
