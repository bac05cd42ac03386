/** Why something was not stored, as the end of a sentence with its remedy. */
export function whyNotStored(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  switch (name) {
    case "QuotaExceededError": return "the disk, or this site's share of it, is full; free some space or delete old sessions";
    case "SecurityError": return "the browser does not let this page store anything; leave private browsing or allow the site to store data";
    default: return `the browser's storage failed (${error instanceof Error ? error.message || name : String(error)}); export the session to keep it`;
  }
}
