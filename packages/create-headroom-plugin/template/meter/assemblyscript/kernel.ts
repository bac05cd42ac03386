// AssemblyScript: TypeScript's syntax, compiled to WebAssembly. See assemblyscript.org.

/** Amplitudes below are shown as this, −120 dBFS. */
const FLOOR: f64 = 1e-6;
const FLOOR_POWER: f64 = FLOOR * FLOOR;

/** Memory for so many float32 or half as many float64. */
export function allocate(floats: i32): usize {
  const pointer = heap.alloc(<usize>floats << 2);
  memory.fill(pointer, 0, <usize>floats << 2);
  return pointer;
}

/**
 * Follows the levels of one channel.
 * @param audio - float32 frames.
 * @param state - three float64: peak, held peak, power.
 * @param peakShare, powerShare - what is left of a peak and of a power after one frame.
 */
export function measure(audio: usize, state: usize, frames: i32, peakShare: f64, powerShare: f64, hold: bool): void {
  let peak = load<f64>(state);
  let held = hold ? load<f64>(state, 8) : FLOOR;
  let power = load<f64>(state, 16);
  for (let i = 0; i < frames; i++, audio += 4) {
    const x = <f64>load<f32>(audio);
    peak = max(FLOOR, max(abs(x), peak * peakShare));
    held = max(held, peak);
    power = max(FLOOR_POWER, x * x + powerShare * (power - x * x));
  }
  store<f64>(state, peak);
  store<f64>(state, held, 8);
  store<f64>(state, power, 16);
}
