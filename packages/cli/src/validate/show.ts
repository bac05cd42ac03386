/** A value that a plugin gave, for a sentence. It may be anything. */
export function show(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return JSON.stringify(value.slice(0, 50));
  return value === null ? "null" : value === undefined ? "missing" : Array.isArray(value) ? "a list" : `of type ${typeof value}`;
}
