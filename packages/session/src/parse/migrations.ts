/** Turns the plain form of a session of one version into that of the next. It may change its argument. */
export type Migration = (session: Record<string, unknown>) => Record<string, unknown>;

/** `MIGRATIONS[n]` turns a session of version n into one of version n + 1. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {};
