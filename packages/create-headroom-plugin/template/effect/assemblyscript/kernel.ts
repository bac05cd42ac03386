// AssemblyScript: TypeScript's syntax, compiled to WebAssembly. See assemblyscript.org.

/** Below this the filter is at rest: numbers that are smaller still (subnormal) would be slow. */
const REST: f64 = 1e-18;

/** Memory for so many float32 or half as many float64. */
export function allocate(floats: i32): usize {
  const pointer = heap.alloc(<usize>floats << 2);
  memory.fill(pointer, 0, <usize>floats << 2);
  return pointer;
}

/**
 * A state-variable low-pass by the trapezoidal rule, which stays stable while its cutoff moves (A. Simper, "Linear
 * Trapezoidal Integrated SVF", 2013).
 * @param audio - float32 frames, filtered in place.
 * @param state - two float64: what the two integrators hold.
 * @param turn - the cutoff as a share of the sample rate.
 */
export function lowPass(audio: usize, state: usize, frames: i32, turn: f64, resonance: f64): void {
  const g = Math.tan(Math.PI * min(turn, 0.49));
  const a1 = 1 / (1 + g * (g + 1 / resonance));
  const a2 = g * a1;
  const a3 = g * a2;
  let first = load<f64>(state);
  let second = load<f64>(state, 8);
  for (let i = 0; i < frames; i++, audio += 4) {
    const rest = <f64>load<f32>(audio) - second;
    const band = a1 * first + a2 * rest;
    const low = second + a2 * first + a3 * rest;
    first = 2 * band - first;
    second = 2 * low - second;
    if (abs(first) < REST) first = 0;
    if (abs(second) < REST) second = 0;
    store<f32>(audio, abs(low) < REST ? 0 : <f32>low);
  }
  store<f64>(state, first);
  store<f64>(state, second, 8);
}
