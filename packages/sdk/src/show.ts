/** A value from elsewhere in a sentence: quoted text, a number, or what kind of thing it is. At most 60 letters. */
export function show(value: unknown): string {
  if (value === undefined) return "missing";
  const text = typeof value === "string" ? JSON.stringify(value) : typeof value === "number" || typeof value === "boolean" ? String(value) : typeName(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What kind of thing a value is, in a sentence: "a list", "a number", "missing". */
export function typeName(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length > 0 ? "a list" : "an empty list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
