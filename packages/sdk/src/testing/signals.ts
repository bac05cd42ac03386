/** Where a signal is made for. */
export interface SignalOptions {
  /** Hz. Default 48000. */
  readonly sampleRate?: number;
  /** Peak, in dB relative to full scale. Default 0. */
  readonly levelDbfs?: number;
}

const RATE = 48_000;
const amplitudeOf = (levelDbfs: number) => 10 ** (levelDbfs / 20);

/** Zeros. `@anyThread` */
export function silence(frames: number): Float32Array {
  return new Float32Array(frames);
}

/** One frame among zeros. `@anyThread` @param at - its place. */
export function impulse(frames: number, { at = 0, levelDbfs = 0 }: { readonly at?: number } & Pick<SignalOptions, "levelDbfs"> = {}): Float32Array {
  const signal = new Float32Array(frames);
  signal[at] = amplitudeOf(levelDbfs);
  return signal;
}

/** A sine. `@anyThread` @param phaseRadians - at the first frame. */
export function sine(frames: number, hz: number, { sampleRate = RATE, levelDbfs = 0, phaseRadians = 0 }: SignalOptions & { readonly phaseRadians?: number } = {}): Float32Array {
  const amplitude = amplitudeOf(levelDbfs);
  return Float32Array.from({ length: frames }, (_, n) => amplitude * Math.sin((2 * Math.PI * hz * n) / sampleRate + phaseRadians));
}

/** White noise of equal density between its peaks: the same for the same seed. Its RMS is 4.77 dB below its peak. `@anyThread` */
export function noise(frames: number, { seed = 1, levelDbfs = 0 }: { readonly seed?: number } & Pick<SignalOptions, "levelDbfs"> = {}): Float32Array {
  const amplitude = amplitudeOf(levelDbfs);
  // Marsaglia's xorshift32, which must not start at 0; neighbouring seeds are spread first.
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return Float32Array.from({ length: frames }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (amplitude * state) / 2 ** 31;
  });
}

/** A sine whose frequency rises by the same ratio in equal times (Farina 2000). `@anyThread` */
export function sweep(frames: number, fromHz: number, toHz: number, { sampleRate = RATE, levelDbfs = 0 }: SignalOptions = {}): Float32Array {
  const amplitude = amplitudeOf(levelDbfs);
  const octaves = Math.log(toHz / fromHz);
  return Float32Array.from({ length: frames }, (_, n) => amplitude * Math.sin(((2 * Math.PI * fromHz * frames) / (sampleRate * octaves)) * (Math.exp((n / frames) * octaves) - 1)));
}

/** A sine that sounds and is silent in turn, for what reacts in time. Each burst starts at phase 0. `@anyThread` */
export function toneBursts(
  frames: number,
  hz: number,
  { onFrames, offFrames, sampleRate = RATE, levelDbfs = 0 }: SignalOptions & { readonly onFrames: number; readonly offFrames: number },
): Float32Array {
  const amplitude = amplitudeOf(levelDbfs);
  return Float32Array.from({ length: frames }, (_, n) => {
    const at = n % (onFrames + offFrames);
    return at < onFrames ? amplitude * Math.sin((2 * Math.PI * hz * at) / sampleRate) : 0;
  });
}
