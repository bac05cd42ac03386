import type { BiquadCascade } from "./biquad-cascade.js";
import { LIST_SECTIONS, runListed, worthListing } from "./cascade-kernel.js";

/**
 * Filters in place with several cascades in a row: the same samples as calling `process` of each in turn, faster, since
 * sections of neighbouring stereo cascades that do not ramp run in one loop. Fastest over buffers of
 * `createKernelBuffers`. `@audioThread`
 * @param buffers - one a channel.
 * @param start - first frame.
 * @param end - the frame after the last.
 * @param count - how many of the cascades, from the first.
 */
export function processCascades(
  cascades: readonly BiquadCascade[], buffers: readonly Float64Array[], start: number, end: number, count = cascades.length,
): void {
  if (start >= end) return;
  let sections = 0;
  for (let n = 0; n < count; n++) sections += cascades[n]!.sections;
  let first: BiquadCascade | undefined;
  let listed = 0;
  for (let n = 0; n < count; n++) {
    const cascade = cascades[n]!;
    const listable = isListable(cascade, sections, buffers);
    if (first !== undefined && !(listable && cascade.space.kernels === first.space.kernels && listed + cascade.sections <= LIST_SECTIONS)) {
      runListed(first.space, listed, buffers[0]!, buffers[1]!, start, end);
      first = undefined;
      listed = 0;
    }
    if (listable) {
      first ??= cascade;
      listed = cascade.list(listed, 0);
    } else cascade.process(buffers, start, end);
  }
  if (first !== undefined) runListed(first.space, listed, buffers[0]!, buffers[1]!, start, end);
}

function isListable(cascade: BiquadCascade, sections: number, buffers: readonly Float64Array[]): boolean {
  if (cascade.channels !== 2 || cascade.ramping || cascade.sections > LIST_SECTIONS) return false;
  return worthListing(cascade.space, sections, buffers[0]!, buffers[1]!);
}
