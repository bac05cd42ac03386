/** An object of anything, as it comes from outside. */
export type Fields = Record<string, unknown>;

/** The objects that an object or a list holds; none where it is neither. */
export function recordsIn(value: unknown): Fields[] {
  return typeof value === "object" && value !== null ? Object.values(value).filter(isRecord) : [];
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
