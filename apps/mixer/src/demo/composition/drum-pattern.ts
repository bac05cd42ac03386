import { playedFrame, playedVelocity, type Feel } from "./feel.js";
import type { Hit } from "./note.js";
import { stepAt } from "./timeline.js";

/** Velocities of a pattern's marks: accent, plain, soft, ghost. */
const MARKS: Readonly<Record<string, number>> = { X: 1, x: 0.82, o: 0.58, ".": 0 , g: 0.34 };

/**
 * Hits of one bar from a written pattern: one mark for each equal part of the bar
 * (16 marks are sixteenths, 32 are thirty-seconds); spaces only group.
 * `X` accent, `x` plain, `o` soft, `g` ghost, `.` rest.
 * @throws RangeError for an unknown mark.
 */
export function barHits(bar: number, pattern: string, sound: string, feel: Feel): Hit[] {
  const marks = pattern.replaceAll(" ", "");
  const hits: Hit[] = [];
  for (let index = 0; index < marks.length; index++) {
    const mark = marks.charAt(index);
    const velocity = MARKS[mark];
    if (velocity === undefined) throw new RangeError(`"${mark}" is no mark of a drum pattern: use X, x, o, g or a dot.`);
    if (velocity === 0) continue;
    const step = stepAt(bar, (index * 16) / marks.length);
    hits.push({ frame: playedFrame(step, feel), velocity: playedVelocity(velocity, feel), sound });
  }
  return hits;
}
