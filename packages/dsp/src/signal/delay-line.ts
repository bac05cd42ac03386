/**
 * Delays one channel by whole frames. A new delay is crossfaded in, so that it may change while audio runs.
 * Nothing but the constructor allocates (`@audioThread`).
 */
export class DelayLine {
  private readonly memory: Float32Array;
  private readonly mask: number;
  private readonly most: number;
  private position = 0;
  private delay: number;
  private wanted: number;
  private wantedFade = 0;
  private former: number;
  private fadeFrames = 0;
  private fadeLeft = 0;

  /**
   * @param mostFrames - the longest delay.
   * @param delayFrames - the first delay, 0…`mostFrames`.
   */
  constructor(mostFrames: number, delayFrames = 0) {
    let size = 1;
    while (size < mostFrames + 1) size *= 2;
    this.memory = new Float32Array(size);
    this.mask = size - 1;
    this.most = mostFrames;
    this.delay = this.wanted = this.former = this.clamp(delayFrames);
  }

  /** Frames from input to output, once all crossfades have ended. */
  get delayFrames(): number {
    return this.wanted;
  }

  /**
   * Changes the delay. A change during a crossfade waits for its end; of several that wait the last one counts.
   * @param frames - whole; clamped to 0…the longest.
   * @param fadeFrames - length of the linear crossfade; 0 for at once.
   */
  setDelay(frames: number, fadeFrames: number): void {
    this.wanted = this.clamp(frames);
    this.wantedFade = Math.max(0, Math.round(fadeFrames));
    if (this.fadeLeft === 0) this.turn();
  }

  /** Delays `frames` frames. `input` and `output` may be the same memory. */
  process(input: Float32Array, output: Float32Array, frames: number): void {
    const { memory, mask } = this;
    let { position } = this;
    for (let i = 0; i < frames; i++) {
      memory[position & mask] = input[i]!;
      let y = memory[(position - this.delay) & mask]!;
      if (this.fadeLeft > 0) {
        this.fadeLeft--;
        y += (this.fadeLeft / this.fadeFrames) * (memory[(position - this.former) & mask]! - y);
        if (this.fadeLeft === 0) this.turn();
      }
      output[i] = y;
      position = (position + 1) & mask;
    }
    this.position = position;
  }

  /** Forgets all audio heard and takes the last delay asked for. */
  reset(): void {
    this.memory.fill(0);
    this.fadeLeft = 0;
    this.delay = this.wanted;
  }

  private turn(): void {
    if (this.wanted === this.delay) return;
    this.former = this.delay;
    this.delay = this.wanted;
    this.fadeFrames = this.fadeLeft = this.wantedFade;
  }

  private clamp(frames: number): number {
    return Math.max(0, Math.min(this.most, Math.round(frames)));
  }
}
