// The smaller of zod's two faces: the same checks, and the sentences are ours anyway.
import * as z from "zod/mini";
import { FADER_FLOOR_DB, FADER_MAX_DB } from "./limits.js";

// "__proto__" as the key of a plain object is not a key.
export const idSchema = z.string().check(
  z.minLength(1),
  z.maxLength(100),
  z.refine((value) => value !== "__proto__", "another name than __proto__"),
);
export const colorSchema = z.string().check(z.regex(/^#[0-9a-f]{6}$/i));
export const faderDbSchema = z.number().check(z.gte(FADER_FLOOR_DB), z.lte(FADER_MAX_DB));
/** −1 is left, 0 is centre, 1 is right. */
export const panSchema = z.number().check(z.gte(-1), z.lte(1));
