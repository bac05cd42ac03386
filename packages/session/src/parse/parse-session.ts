import { SCHEMA_VERSION, sessionSchema, type Session } from "../schema.js";
import { SessionError } from "../session-error.js";
import { MIGRATIONS, type Migration } from "./migrations.js";
import { referenceProblems } from "./references.js";
import { repairLanes } from "./repair-lanes.js";
import { sentence } from "./sentence.js";

/** A session, with a sentence for each thing that was repaired in it; or one sentence for each reason why it is none. */
export type ParsedSession = { readonly session: Session; readonly repairs?: readonly string[] } | { readonly problems: readonly string[] };

/** How many problems are told; a file that is something else altogether has a problem everywhere. */
const MAX_PROBLEMS = 10;

/**
 * Checks anything that may be a session: a file, stored data, a message. Sessions of older versions are
 * brought up to date; newer ones are refused, for nothing may be lost by half-reading them. Automation is repaired.
 */
export function parseSession(input: unknown, migrations: Readonly<Record<number, Migration>> = MIGRATIONS): ParsedSession {
  if (typeof input !== "object" || input === null || !("schema" in input)) {
    return { problems: ["This is not a Headroom session: it names no schema version; choose a file that Headroom exported."] };
  }
  const current = upToDate({ ...input }, migrations);
  if (typeof current === "string") return { problems: [current] };
  const { lanes, repairs } = repairLanes(current);
  const result = sessionSchema.safeParse({ ...current, lanes });
  const problems = result.success
    ? referenceProblems(result.data)
    : result.error.issues.map((issue) => sentence(issue, current, "The session"));
  if (result.success && problems.length === 0) return { session: result.data, ...(repairs.length > 0 && { repairs: firstOf(repairs) }) };
  return { problems: firstOf(problems) };
}

function firstOf(problems: readonly string[]): readonly string[] {
  const more = problems.length - MAX_PROBLEMS;
  return more > 0 ? [...problems.slice(0, MAX_PROBLEMS), `There are ${more} more problems like these.`] : problems;
}

/** As {@link parseSession}. @throws {@link SessionError} with the problems, where there are any. */
export function acceptSession(input: unknown, migrations: Readonly<Record<number, Migration>> = MIGRATIONS): Session {
  const parsed = parseSession(input, migrations);
  if ("problems" in parsed) throw new SessionError(parsed.problems.join(" "));
  return parsed.session;
}

function upToDate(session: Record<string, unknown>, migrations: Readonly<Record<number, Migration>>): Record<string, unknown> | string {
  const from = session.schema;
  if (typeof from !== "number" || !Number.isInteger(from)) return "This is not a Headroom session: its schema version is no whole number.";
  if (from > SCHEMA_VERSION) {
    return `This session was saved by a newer Headroom (form ${from}; this one reads up to ${SCHEMA_VERSION}); update Headroom to open it. Nothing was changed.`;
  }
  let current = session;
  for (let version = from; version < SCHEMA_VERSION; version += 1) {
    const migrate = migrations[version];
    if (!migrate) return `This session has form ${from}, which this Headroom does not read any more; open and export it with an older one first.`;
    try {
      current = { ...migrate(structuredClone(current)), schema: version + 1 };
    } catch {
      // Nested deeper than any session, or something that no version wrote.
      return `This session says that it has form ${from}, but is not made so; it cannot be brought up to date. Choose another file.`;
    }
  }
  return current;
}
