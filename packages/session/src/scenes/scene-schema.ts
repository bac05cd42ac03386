import * as z from "zod/mini";
import { idSchema } from "../schema-parts.js";

/** Scenes of a session, at most: each is a whole mix. */
export const MOST_SCENES = 200;

/**
 * A mix as it was once, under a name, to come back to. `mix` is the plain session of then, without its scenes; its form is
 * checked when it is recalled, so that a scene of an older version is brought up to date like any session.
 */
export const sceneSchema = z.object({
  id: idSchema,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  /** When it was stored: milliseconds since 1970. */
  stored: z.number().check(z.gte(0)),
  mix: z.record(z.string(), z.unknown()),
});

export type Scene = Readonly<z.infer<typeof sceneSchema>>;
