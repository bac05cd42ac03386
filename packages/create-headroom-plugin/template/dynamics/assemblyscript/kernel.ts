// AssemblyScript: TypeScript's syntax, compiled to WebAssembly. See assemblyscript.org.

/** Width of the knee in decibels. */
const KNEE_DB: f64 = 6;
/** Levels below count as silence. */
const FLOOR: f64 = 1e-6;
/** Reductions below are none. */
const REST_DB: f64 = 1e-6;

/** Memory for so many float32 or half as many float64. */
export function allocate(floats: i32): usize {
  const pointer = heap.alloc(<usize>floats << 2);
  memory.fill(pointer, 0, <usize>floats << 2);
  return pointer;
}

/**
 * The gains of a feed-forward compressor.
 * @param levels - float32 frames of amplitude, 0 or more; the gains take their place.
 * @param state - a float64: the reduction in decibels that is reached.
 * @param attackShare, releaseShare - what is left of the way to a new reduction after one frame.
 */
export function compress(levels: usize, state: usize, frames: i32, thresholdDb: f64, ratio: f64, attackShare: f64, releaseShare: f64): void {
  let reached = load<f64>(state);
  for (let i = 0; i < frames; i++, levels += 4) {
    const levelDb = 20 * Math.log10(max(FLOOR, <f64>load<f32>(levels)));
    const target = reductionDb(levelDb, thresholdDb, ratio);
    reached = target + (target < reached ? attackShare : releaseShare) * (reached - target);
    if (reached > -REST_DB) reached = 0;
    store<f32>(levels, <f32>Math.pow(10, reached / 20));
  }
  store<f64>(state, reached);
}

/** The static curve: src/static-curve.ts says the same, and the test compares them. */
function reductionDb(levelDb: f64, thresholdDb: f64, ratio: f64): f64 {
  const overDb = levelDb - thresholdDb;
  const slope = 1 / ratio - 1;
  if (overDb <= -KNEE_DB / 2) return 0;
  if (overDb >= KNEE_DB / 2) return slope * overDb;
  const into = overDb + KNEE_DB / 2;
  return (slope * into * into) / (2 * KNEE_DB);
}
