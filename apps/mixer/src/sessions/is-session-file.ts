/** How names of session files end. */
export const SESSION_ENDING = ".headroom";

/** Whether a file is, or may be, a session with its audio. */
export function isSessionFile({ name }: File): boolean {
  return name.toLowerCase().endsWith(SESSION_ENDING);
}
