const KEY = "session";

/** Id of the session that the page's address names. */
export function addressedSession(): string | undefined {
  return new URLSearchParams(location.search).get(KEY) ?? undefined;
}

/** The page's address with a session, or with none in particular: the one that was changed last. */
export function sessionUrl(id: string | undefined): string {
  const url = new URL(location.href);
  if (id === undefined) url.searchParams.delete(KEY);
  else url.searchParams.set(KEY, id);
  return url.href;
}

/** Writes the open session into the address: loading the page again stays with it, whatever other pages open. */
export function nameInAddress(id: string): void {
  if (addressedSession() !== id) history.replaceState(history.state, "", sessionUrl(id));
}
