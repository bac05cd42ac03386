import type { Session } from "@headroom/session";
import { UsageError } from "../command-line/command.js";

/** Seconds that are kept after the end of a whole song for what still rings. */
const TAIL_SECONDS = 2;

export interface Range {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly tailSeconds: number;
}

/** The part of the song that is rendered. @param range - "0:10-1:02.5" or "10-62.5". @throws UsageError */
export function renderRange(session: Session, range: string | undefined, tail: string | undefined): Range {
  const tailSeconds = tail === undefined ? (range === undefined ? TAIL_SECONDS : 0) : secondsOf(tail);
  if (range !== undefined) {
    const [start = "", end = "", ...more] = range.split("-");
    const [startSeconds, endSeconds] = [secondsOf(start), secondsOf(end)];
    if (more.length > 0 || !(endSeconds > startSeconds)) throw new UsageError(`A range of "${range}" cannot be; give its start and end, such as 0:10-1:02.5.`);
    return { startSeconds, endSeconds, tailSeconds };
  }
  const ends = Object.values(session.strips).flatMap(({ clips }) => clips.map(({ startSeconds, lengthSeconds }) => startSeconds + lengthSeconds));
  return { startSeconds: 0, endSeconds: Math.max(0, ...ends), tailSeconds };
}

function secondsOf(text: string): number {
  const match = /^(?:(\d+):)?(\d+(?:\.\d+)?)$/.exec(text.trim());
  if (!match) throw new UsageError(`"${text}" is no time; write seconds, or minutes and seconds: 62.5 or 1:02.5.`);
  return 60 * Number(match[1] ?? 0) + Number(match[2]);
}
