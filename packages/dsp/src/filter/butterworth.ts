/**
 * Q of one second-order section of a Butterworth filter: 1 / (2 cos θ), θ the angle of its pole pair.
 * @param order - of the whole filter, 2 or more.
 * @param section - 0…floor(order/2) − 1, from the lowest Q to the highest. An odd order has one first-order
 *   section besides.
 */
export function butterworthQ(order: number, section: number): number {
  const angle = order % 2 === 0 ? (Math.PI * (section + 0.5)) / order : (Math.PI * (section + 1)) / order;
  return 1 / (2 * Math.cos(angle));
}

/** Biquad sections that a Butterworth filter of an order takes. */
export function butterworthSections(order: number): number {
  return Math.ceil(order / 2);
}
