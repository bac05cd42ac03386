/** Frame of two channels as two lanes. Pointers to float64. */
export function loadPair(left: usize, right: usize): v128 {
  return v128.load64_lane(right, v128.load64_zero(left), 1);
}

/** The reverse of {@link loadPair}. */
export function storePair(left: usize, right: usize, pair: v128): void {
  v128.store64_lane(left, pair, 0);
  v128.store64_lane(right, pair, 1);
}

/** A coefficient for both channels. */
export function splat(pointer: usize, index: usize): v128 {
  return v128.load64_splat(pointer + (index << 3));
}
