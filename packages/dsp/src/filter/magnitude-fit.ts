import { solveInPlace } from "./solve.js";

const PASSES = 4;
const MOST_TRIES = 7;
const LEAN_GROWTH = 30;
/** Least damping of a fitted polynomial, so that it and its inverse stay stable. */
const LEAST_DAMPING = 1e-7;

/**
 * What a numerator is made of: `whole` shares the denominator's base, `falling` has 1 in its place (for slopes
 * that go to nothing), `rising` nothing, and `notch` is the base alone.
 */
export type NumeratorForm = "whole" | "falling" | "rising" | "notch";

/**
 * Fits N(y)/D(y) to a squared magnitude, y = tan²(ω/2) relative to a reference:
 *
 *     D = base + e1·y + e2·y²,  N = base + f1·y + f2·y²,  base = (1 − y)² (order 2) or 1 (order 1)
 *
 * The base keeps the digits near y = 1, where narrow filters live. Linear least squares on N − H·D, each row
 * divided by H and the last pass's D, so that the errors weigh as decibels. Allocates nothing after creation.
 */
export class MagnitudeFit {
  /** Numerator as the analog polynomial n0 + n1 p + n2 p² in p = j·√y. Valid after {@link run}. */
  n0 = 1;
  n1 = 0;
  n2 = 0;
  /** Denominator likewise. */
  d0 = 1;
  d1 = 0;
  d2 = 0;

  private readonly y: Float64Array;
  private readonly target: Float64Array;
  private readonly weight: Float64Array;
  private readonly first: Float64Array;
  private readonly last: Float64Array;
  private readonly matrix = new Float64Array(16);
  private readonly vector = new Float64Array(4);
  private readonly column = new Float64Array(4);
  private points = 0;
  private order = 2;
  private form: NumeratorForm = "whole";
  private freeF1 = true;
  private e1 = 0;
  private e2 = 0;
  private f1 = 0;
  private f2 = 0;
  private leanE1 = 0;
  private leanE2 = 0;

  /** @param mostPoints - the most frequencies that a fit may use. */
  constructor(mostPoints: number) {
    this.y = new Float64Array(mostPoints);
    this.target = new Float64Array(mostPoints);
    this.weight = new Float64Array(mostPoints);
    this.first = new Float64Array(mostPoints);
    this.last = new Float64Array(mostPoints);
  }

  /**
   * Starts a fit.
   * @param freeF1 - false for a numerator f2·y² alone, with its double zero at zero frequency.
   * @param middle - coefficient of p of the denominator to lean on; its constant is 1.
   * @param high - coefficient of p² of the same.
   */
  begin(order: number, form: NumeratorForm, freeF1: boolean, middle: number, high: number): void {
    this.points = 0;
    this.order = order;
    this.form = form;
    this.freeF1 = freeF1;
    this.leanE1 = order === 1 ? middle * middle : middle * middle + 2 * (1 - high);
    this.leanE2 = order === 1 ? 0 : high * high - 1;
  }

  /**
   * Adds a frequency to match.
   * @param target - squared magnitude there, 1 at y = 0 except for the form `rising`.
   * @param denominator - of the analog prototype there: the first pass's weight.
   */
  add(y: number, target: number, denominator: number, weight: number): void {
    const i = this.points;
    if (i >= this.y.length) return;
    this.y[i] = y;
    this.target[i] = target;
    this.first[i] = denominator;
    this.weight[i] = weight;
    this.points = i + 1;
  }

  /** Numerator and denominator both become what the fit leans on: a filter that passes the signal unchanged. */
  runFlat(): void {
    this.e1 = this.f1 = this.leanE1;
    this.e2 = this.f2 = this.leanE2;
    this.factor();
  }

  /**
   * Fits. Where the best fit is no filter, it leans harder until it is one.
   * @param lean - weight of the denominator leaned on, relative to that of a point.
   */
  run(lean: number): void {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      this.last.set(this.first);
      for (let pass = 0; pass < PASSES; pass++) this.pass(lean);
      if (this.factor()) return;
      lean *= LEAN_GROWTH;
    }
    this.e1 = this.leanE1;
    this.e2 = this.leanE2;
    this.factor();
  }

  private pass(lean: number): void {
    const { y, target, weight, last, matrix, vector, column, points, order, form } = this;
    const freeF2 = order === 2;
    matrix.fill(0);
    vector.fill(0);
    let size = 0;
    for (let n = 0; n < points; n++) {
      const yn = y[n]!;
      const h = target[n]!;
      const base = order === 2 ? (1 - yn) * (1 - yn) : 1;
      // With N − D as unknown instead of N the system stays sound as the gain goes to nothing.
      const e = form === "whole" ? 1 - h : -h;
      const right = form === "rising" ? h * base : form === "falling" ? h * base - 1 : (h - 1) * base;
      const floored = form === "notch" ? Math.max(h, 1e-6) : h;
      const divisor = floored * last[n]!;
      const s = weight[n]! / (divisor * divisor);
      size = 0;
      if (form !== "notch") {
        if (this.freeF1) column[size++] = yn;
        if (freeF2) column[size++] = yn * yn;
      }
      column[size++] = e * yn;
      if (order === 2) column[size++] = e * yn * yn;
      for (let i = 0; i < size; i++) {
        const scaled = s * column[i]!;
        for (let j = i; j < size; j++) matrix[i * 4 + j] = matrix[i * 4 + j]! + scaled * column[j]!;
        vector[i] = vector[i]! + scaled * right;
      }
    }
    this.addLean(lean, size);
    solveInPlace(matrix, vector, size);
    this.take(size);
    const { e1, e2 } = this;
    for (let n = 0; n < points; n++) {
      const yn = y[n]!;
      last[n] = (order === 2 ? (1 - yn) * (1 - yn) : 1) + e1 * yn + e2 * yn * yn;
    }
  }

  /** Holds D at y = 1 and at the top near that of the matched Z-transform. */
  private addLean(lean: number, size: number): void {
    const { matrix, vector, leanE1, leanE2 } = this;
    if (this.order === 1) {
      const i = size - 1;
      const weight = lean / (leanE1 * leanE1);
      matrix[i * 5] = matrix[i * 5]! + weight;
      vector[i] = vector[i]! + weight * leanE1;
      return;
    }
    const i = size - 2;
    const j = size - 1;
    const middle = leanE1 + leanE2;
    const atMiddle = lean / (middle * middle);
    const atTop = lean / ((1 + leanE2) * (1 + leanE2));
    matrix[i * 5] = matrix[i * 5]! + atMiddle;
    matrix[i * 4 + j] = matrix[i * 4 + j]! + atMiddle;
    matrix[j * 5] = matrix[j * 5]! + atMiddle + atTop;
    vector[i] = vector[i]! + atMiddle * middle;
    vector[j] = vector[j]! + atMiddle * middle + atTop * leanE2;
  }

  private take(size: number): void {
    const { vector, order, form } = this;
    this.e2 = order === 2 ? vector[size - 1]! : 0;
    this.e1 = vector[size - order]!;
    let next = 0;
    this.f1 = form !== "notch" && this.freeF1 ? vector[next++]! : 0;
    this.f2 = form !== "notch" && order === 2 ? vector[next]! : 0;
    if (form === "whole") {
      this.f1 += this.e1;
      this.f2 += this.e2;
    }
  }

  /** Spectral factors of N and D. @returns whether both are positive; where not, the nearest that are. */
  private factor(): boolean {
    const { order, form, e1, e2, f1, f2 } = this;
    if (order === 1) {
      this.d1 = Math.sqrt(Math.max(LEAST_DAMPING, e1));
      this.d2 = 0;
      this.n0 = form === "rising" ? 0 : 1;
      this.n1 = Math.sqrt(Math.max(0, f1));
      this.n2 = 0;
      return e1 > 0 && f1 > 0;
    }
    this.d2 = Math.sqrt(Math.max(LEAST_DAMPING, 1 + e2));
    const damping = e1 + (2 * e2) / (1 + this.d2);
    this.d1 = Math.sqrt(Math.max(LEAST_DAMPING, damping));
    let sound = 1 + e2 > 0 && damping > 0;
    if (form === "notch") {
      this.n0 = 1;
      this.n1 = 0;
      this.n2 = 1;
    } else if (form === "rising") {
      this.n0 = 0;
      this.n1 = Math.sqrt(Math.max(0, f1));
      this.n2 = Math.sqrt(Math.max(0, f2));
      sound &&= f1 >= 0 && f2 >= 0;
    } else if (form === "falling") {
      this.n0 = 1;
      this.n2 = Math.sqrt(Math.max(0, f2));
      const zeros = f1 + 2 * this.n2;
      this.n1 = Math.sqrt(Math.max(0, zeros));
      sound &&= f2 >= 0 && zeros >= 0;
    } else {
      this.n0 = 1;
      this.n2 = Math.sqrt(Math.max(LEAST_DAMPING, 1 + f2));
      const zeros = f1 + (2 * f2) / (1 + this.n2);
      this.n1 = Math.sqrt(Math.max(LEAST_DAMPING, zeros));
      sound &&= 1 + f2 > 0 && zeros > 0;
    }
    return sound;
  }
}
