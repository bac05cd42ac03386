/** A name as a file can have it, without its ending. @param fallback - where nothing is left of the name. */
export function safeFileName(name: string, fallback: string): string {
  return name.replaceAll(/[\\/:*?"<>|\s\u0000-\u001f]+/g, " ").trim() || fallback;
}
