/** A test signal of one channel and the true peak that a meter must read of it. */
export interface TruePeakCase {
  readonly name: string;
  /** @param sampleRate - Hz. */
  readonly signal: (sampleRate: number) => Float32Array;
  readonly wantedDb: number;
}

/** What EBU Tech 3341 allows a true-peak meter to read too high or too low, in dB. */
export const TRUE_PEAK_TOLERANCE_DB = { high: 0.2, low: 0.4 } as const;

/** The cases of EBU Tech 3341 (November 2023) on true peak. */
export const TRUE_PEAK_CASES: readonly TruePeakCase[] = [
  sine(15, { division: 4, amplitude: 0.5, degrees: 0 }, -6),
  sine(16, { division: 4, amplitude: 0.5, degrees: 45 }, -6),
  sine(17, { division: 6, amplitude: 0.5, degrees: 60 }, -6),
  sine(18, { division: 8, amplitude: 0.5, degrees: 67.5 }, -6),
  sine(19, { division: 4, amplitude: 1.41, degrees: 45 }, 3),
  ...[0, 1, 2, 3].map((offset) => ({ name: nameOf(20 + offset), signal: (sampleRate: number) => burst(sampleRate, offset), wantedDb: 0 })),
];

interface Sine {
  /** Frames of a period. */
  readonly division: number;
  readonly amplitude: number;
  readonly degrees: number;
}

/** Half a second of a sine with fades of 10 ms. */
function sine(number: number, { division, amplitude, degrees }: Sine, wantedDb: number): TruePeakCase {
  const signal = (sampleRate: number) => {
    const fade = Math.round(sampleRate / 100);
    return Float32Array.from({ length: sampleRate / 2 }, (_, n) => {
      const gain = Math.min(1, n / fade, (sampleRate / 2 - 1 - n) / fade);
      return gain * amplitude * Math.sin((2 * Math.PI * n) / division + (degrees * Math.PI) / 180);
    });
  };
  return { name: nameOf(number), signal, wantedDb };
}

const OVER = 4;

/** At 4 times the rate, one period of fs/4 at 1.00 amid fs/6 at 0.50, then low-passed and decimated with an offset. */
function burst(sampleRate: number, offset: number): Float32Array {
  const slow = 6 * OVER;
  const fast = 4 * OVER;
  const before = 100 * slow;
  const high = Float64Array.from({ length: 2 * before + fast }, (_, n) => {
    const inside = n >= before && n < before + fast;
    return inside ? Math.sin((2 * Math.PI * (n - before)) / fast) : 0.5 * Math.sin((2 * Math.PI * (n - before - (n < before ? 0 : fast))) / slow);
  });
  const reach = 64 * OVER;
  const out = new Float32Array(Math.floor((high.length - offset) / OVER));
  const fade = Math.round(sampleRate / 1000);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let k = -reach; k <= reach; k++) {
      const x = k / OVER;
      const window = 0.5 + 0.5 * Math.cos((Math.PI * k) / reach);
      sum += (high[i * OVER + offset + k] ?? 0) * (k === 0 ? 1 : (window * Math.sin(Math.PI * x)) / (Math.PI * x));
    }
    out[i] = (sum / OVER) * Math.min(1, i / fade, (out.length - 1 - i) / fade);
  }
  return out;
}

function nameOf(number: number): string {
  return `EBU Tech 3341, case ${number}`;
}
