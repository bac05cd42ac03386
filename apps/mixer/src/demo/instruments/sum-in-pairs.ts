import { Gain, type OfflineContext, type ToneAudioNode } from "tone";

/**
 * A node that carries the sum of others, added two by two.
 * Chromium adds the connections of one input in an order that changes from run to run, and rounding makes the sum
 * of three or more depend on it: only pairs give the same bits every time.
 * @param sources - at least one.
 * @mainThread
 */
export function sumInPairs(context: OfflineContext, sources: readonly ToneAudioNode[]): ToneAudioNode {
  const [first, ...others] = sources;
  if (!first) throw new RangeError("There is nothing to add: give at least one source.");
  return others.reduce((sum: ToneAudioNode, source) => {
    const pair = new Gain({ context });
    sum.connect(pair);
    source.connect(pair);
    return pair;
  }, first);
}
