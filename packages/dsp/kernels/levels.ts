/**
 * Highest amplitude of a channel; frames that are no number do not count.
 * @param pointer - float64 frames.
 */
export function highest(pointer: usize, frames: usize): f64 {
  let first = f64x2.splat(0);
  let second = f64x2.splat(0);
  const last = pointer + (frames << 3);
  for (; pointer + 32 <= last; pointer += 32) {
    first = f64x2.pmax(first, f64x2.abs(v128.load(pointer)));
    second = f64x2.pmax(second, f64x2.abs(v128.load(pointer, 16)));
  }
  first = f64x2.pmax(first, second);
  let top = f64x2.extract_lane(first, 0);
  const other = f64x2.extract_lane(first, 1);
  if (other > top) top = other;
  for (; pointer < last; pointer += 8) {
    const amplitude = abs<f64>(load<f64>(pointer));
    if (amplitude > top) top = amplitude;
  }
  return top;
}

/** Multiplies a channel by a gain. @param pointer - float64 frames. */
export function scale(pointer: usize, frames: usize, gain: f64): void {
  const factor = f64x2.splat(gain);
  const last = pointer + (frames << 3);
  for (; pointer + 32 <= last; pointer += 32) {
    v128.store(pointer, f64x2.mul(v128.load(pointer), factor));
    v128.store(pointer, f64x2.mul(v128.load(pointer, 16), factor), 16);
  }
  for (; pointer < last; pointer += 8) store<f64>(pointer, load<f64>(pointer) * gain);
}
