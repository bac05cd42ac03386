/**
 * One point of the Kaiser window, I0(β·√(1 − x²)) / I0(β).
 * @param x - from −1 to 1, the ends of the window; 0 beyond.
 * @param beta - 0 is the rectangle; higher trades width of the main lobe for lower side lobes. A filter made with it
 *   stops by about 8.7 + 9.07·β dB (J. F. Kaiser, 1974).
 */
export function kaiserWindow(x: number, beta: number): number {
  return Math.abs(x) > 1 ? 0 : besselI0(beta * Math.sqrt(1 - x * x)) / besselI0(beta);
}

/** Modified Bessel function of the first kind, order 0, by its power series: to 1e-15 for 0…30. */
function besselI0(x: number): number {
  const quarter = (x * x) / 4;
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= quarter / (k * k);
    sum += term;
  }
  return sum;
}
