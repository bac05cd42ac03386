/** When something was changed, as people say it: "today 14:03", "yesterday 9:12", "3 May 2026". */
export function whenChanged(modified: number, now = Date.now(), locale?: string): string {
  const days = Math.round((midnight(now) - midnight(modified)) / 86_400_000);
  const date = new Date(modified);
  if (days > 1 || days < 0) return date.toLocaleDateString(locale, { day: "numeric", month: "short", year: "numeric" });
  return `${days === 0 ? "today" : "yesterday"} ${date.toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit" })}`;
}

function midnight(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
