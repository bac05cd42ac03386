import type { Session } from "@headroom/session";

type Pair = readonly [string, string];

/** Whether two pairs are of the same strips, in whatever order. */
export function samePair(one: Pair, other: Pair): boolean {
  return one[0] === other[0] ? one[1] === other[1] : one[0] === other[1] && one[1] === other[0];
}

/** Whether the overlap of a pair is meant. */
export function isIntended(intended: Session["intendedOverlaps"], pair: Pair): boolean {
  return intended?.some((one) => samePair(one, pair)) === true;
}
