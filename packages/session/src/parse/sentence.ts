import type * as z from "zod/mini";

type Issue = z.core.$ZodIssue;

/** A schema's issue as a sentence with the value and the rule. @param what - what was checked: "The session". */
export function sentence(issue: Issue, input: unknown, what: string): string {
  const place = issue.path.map(String).join(" → ");
  const value = written(issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], input));
  return `${what}${place ? ` has ${value} as ${place}` : ` is ${value}`}; it must be ${rule(issue)}.`;
}

function rule(issue: Issue): string {
  switch (issue.code) {
    case "too_small": return sized(issue.origin, issue.exact ? "exactly" : issue.inclusive === false ? "more than" : "at least", issue.minimum);
    case "too_big": return sized(issue.origin, issue.exact ? "exactly" : issue.inclusive === false ? "less than" : "at most", issue.maximum);
    case "invalid_type": return typeInWords(issue.expected === "record" ? "object" : issue.expected);
    case "invalid_value": return issue.values.map(written).join(" or ");
    case "invalid_union": return "a number, a boolean or a text of at most 200 letters";
    case "invalid_format": return "a colour such as #8a94a6";
    default: return issue.message.toLowerCase();
  }
}

function typeInWords(type: string): string {
  return `${/^[aeio]/.test(type) ? "an" : "a"} ${type}`;
}

function sized(origin: string, how: string, limit: number | bigint): string {
  if (origin === "string") return `${how} ${limit} letter${Number(limit) === 1 ? "" : "s"} long`;
  return origin === "array" || origin === "tuple" ? `a list of ${how} ${limit}` : `${how} ${limit}`;
}

function written(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "number") return String(value);
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? `a list of ${value.length}` : "an object";
  const text = typeof value === "string" || typeof value === "boolean" || value === null ? JSON.stringify(value) : `a ${typeof value}`;
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}
