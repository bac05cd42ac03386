/** A value at a time. */
export interface Sample {
  readonly seconds: number;
  readonly value: number;
}

/**
 * The fewest of the samples, chosen from the first on, between which straight lines pass all others within a tolerance.
 * First and last stay. Each line is checked against a narrowing cone of slopes, so that the time is that of one pass.
 * @param samples - in order of their time.
 * @param tolerance - in the values' unit.
 */
export function thinPoints<Point extends Sample>(samples: readonly Point[], tolerance: number): Point[] {
  const [first] = samples;
  if (!first) return [];
  const kept: Point[] = [first];
  let pivot = first;
  let last = first;
  let low = -Infinity;
  let high = Infinity;
  for (const sample of samples.slice(1)) {
    let run = sample.seconds - pivot.seconds;
    const slope = (sample.value - pivot.value) / run;
    if (!(slope >= low && slope <= high)) {
      // A step in no time is kept as it is.
      if (last !== pivot) kept.push(last);
      pivot = last;
      low = -Infinity;
      high = Infinity;
      run = sample.seconds - pivot.seconds;
    }
    if (run > 0) {
      low = Math.max(low, (sample.value - tolerance - pivot.value) / run);
      high = Math.min(high, (sample.value + tolerance - pivot.value) / run);
    } else if (sample.value !== pivot.value) {
      if (kept.at(-1) !== pivot) kept.push(pivot);
      kept.push(sample);
      pivot = sample;
    }
    last = sample;
  }
  if (kept.at(-1) !== last) kept.push(last);
  return kept;
}
