import * as z from "zod/mini";
import { idSchema as id } from "./schema-parts.js";

/** A named place in the song. */
export const markerSchema = z.object({
  id,
  name: z.string().check(z.maxLength(200)),
  /** Of the song. */
  seconds: z.number().check(z.gte(0)),
});
export type Marker = z.infer<typeof markerSchema>;
