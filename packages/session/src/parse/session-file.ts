import type { Session } from "../schema.js";
import { parseSession, type ParsedSession } from "./parse-session.js";

/** A session as the text of a JSON file. Its audio is not in it: files are told by their keys. */
export function writeSessionFile(session: Session): string {
  return `${JSON.stringify(session, null, 2)}\n`;
}

/** The session in the text of a file, or sentences that say why there is none. */
export function readSessionFile(text: string): ParsedSession {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return { problems: ["This file is not a Headroom session: it is not JSON; choose a file that Headroom exported."] };
  }
  return parseSession(input);
}
