/** A repeatable stream of numbers in 0…1 (1 excluded). */
export type SeededRandom = () => number;

/**
 * A repeatable random generator: the same seed gives the same numbers on every machine.
 * A Weyl sequence through the 32-bit finaliser of MurmurHash3 (A. Appleby, public domain).
 */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 0x1_0000_0000;
  };
}
