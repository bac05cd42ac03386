/** A value that reaches each new target on a straight line, meeting it exactly. `@audioThread` */
export class LinearRamp {
  /** The value at the last frame taken. */
  value: number;

  private target: number;
  private step = 0;
  private left = 0;

  constructor(value = 0) {
    this.value = this.target = value;
  }

  /** Whether the target is not reached yet. */
  get moving(): boolean {
    return this.left > 0;
  }

  /** Takes a value at once. */
  jump(value: number): void {
    this.value = this.target = value;
    this.left = 0;
  }

  /** Starts towards a value. @param frames - length of the way; 0 or less for at once. */
  glide(value: number, frames: number): void {
    if (frames <= 0) return this.jump(value);
    this.target = value;
    this.step = (value - this.value) / frames;
    this.left = frames;
  }

  /** The value of the next frame. */
  next(): number {
    if (this.left === 0) return this.value;
    this.left--;
    this.value = this.left === 0 ? this.target : this.value + this.step;
    return this.value;
  }

  /** Writes the values of the next `frames` frames. */
  fill(out: Float32Array | Float64Array, frames: number): void {
    for (let i = 0; i < frames; i++) out[i] = this.next();
  }
}
