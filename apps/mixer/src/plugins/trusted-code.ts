const KEY = "headroom.trusted-code";

/** Whether the person said that code of this hash may run beside other code and in the audio thread. */
export function isTrustedCode(integrity: string): boolean {
  return trusted().includes(integrity);
}

/** Keeps what the person said, on this computer alone: a session that comes from elsewhere trusts nobody. */
export function trustCode(integrity: string, isTrusted: boolean): void {
  const others = trusted().filter((hash) => hash !== integrity);
  const all = isTrusted ? [...others, integrity] : others;
  unkept = all;
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // A browser that keeps nothing for this page keeps it until it closes.
  }
}

let unkept: readonly string[] = [];

function trusted(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((hash) => typeof hash === "string") : unkept;
  } catch {
    return unkept;
  }
}
