const MOST_LETTERS = 500;

/** What a plugin threw, in words; it may be anything, and its own code runs when it is asked. */
export function reasonOf(error: unknown): string {
  try {
    if (typeof error === "object" && error !== null && "message" in error) return shorten(String(error.message));
    return shorten(String(error));
  } catch {
    return "it threw something that cannot be put into words";
  }
}

function shorten(text: string): string {
  // Control characters could rewrite what a terminal shows.
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ").trim();
  return plain.length > MOST_LETTERS ? `${plain.slice(0, MOST_LETTERS - 1)}…` : plain;
}
