import type * as z from "zod/mini";
import { SessionError } from "../session-error.js";
import { sentence } from "./sentence.js";

/** The value if the schema takes it. @param what - the value in a sentence: "The tempo". @throws {@link SessionError} */
export function check<Schema extends z.ZodMiniType>(schema: Schema, value: unknown, what: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new SessionError(result.error.issues.map((issue) => sentence(issue, value, what)).join(" "));
}
