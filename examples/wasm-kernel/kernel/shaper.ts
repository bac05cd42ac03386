/**
 * Bends a signal towards ±1: x·(27 + x²) / (27 + 9x²), the Padé approximant of tanh, held at ±1 from x = ±3 on.
 * @param signal - float32 frames, in place.
 * @param gains - float32 amplitudes before the bend, one a frame.
 */
export function shape(signal: usize, gains: usize, frames: usize): void {
  const end = signal + (frames << 2);
  for (; signal < end; signal += 4, gains += 4) {
    const x = f32.max(-3, f32.min(3, load<f32>(signal) * load<f32>(gains)));
    const square = x * x;
    store<f32>(signal, (x * (27 + square)) / (27 + 9 * square));
  }
}
